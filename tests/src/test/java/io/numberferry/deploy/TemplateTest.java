package io.numberferry.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What template.yaml says must be true of the code and of itself.
class TemplateTest {
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

    private final Template template = Template.read();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SubmitFunction",
                "PlanFunction",
                "ApplyFunction",
                "ReportFunction",
                "CloseFunction",
                "ExportFunction"
            })
    void everyHandlerIsAClassThatLambdaCanMakeAndCall(String function) throws Exception {
        String handler = template.resource(function).at("/Properties/Handler").asText();
        Class<?> type = Class.forName(handler, false, getClass().getClassLoader());

        assertThat(type.getSimpleName()).isEqualTo(function);
        assertThat(RequestHandler.class.isAssignableFrom(type) || RequestStreamHandler.class.isAssignableFrom(type))
                .isTrue();
        assertThat(type.getConstructor()).isNotNull();
    }

    @Test
    void thereAreSixFunctions() {
        assertThat(template.functions())
                .containsExactly(
                        "ApplyFunction",
                        "CloseFunction",
                        "ExportFunction",
                        "PlanFunction",
                        "ReportFunction",
                        "SubmitFunction");
    }

    @Test
    void everyReferenceNamesAParameterOrAResource() {
        Set<String> known = Template.names(template.root().path("Parameters"));
        known.addAll(Template.names(template.root().path("Resources")));
        Set<String> named = new TreeSet<>();
        collectReferences(template.root(), named);
        named.removeIf(name -> name.startsWith("AWS::"));

        assertThat(known).containsAll(named);
        assertThat(named).as("nothing is declared for nothing").containsAll(parameters());
    }

    @Test
    void everyConditionIsDeclaredAndUsed() {
        Set<String> used = new TreeSet<>();
        collectConditions(template.root(), used);

        assertThat(used).isEqualTo(Template.names(template.root().path("Conditions")));
    }

    @Test
    void aChangedParameterReachesTheAliasesOfTheFunctionsThatHeedIt() {
        Set<String> inVariables = new TreeSet<>();
        collectReferences(template.root().at("/Globals/Function/Environment"), inVariables);
        inVariables.retainAll(parameters());

        for (String function : List.of("PlanFunction", "ApplyFunction", "ReportFunction", "CloseFunction")) {
            Set<String> described = new TreeSet<>();
            collectReferences(template.resource(function).at("/Properties/VersionDescription"), described);
            assertThat(described).as(function).isEqualTo(inVariables);
        }
    }

    @Test
    void theTablesHaveTheKeysThatTheCodeUses() {
        JsonNode journal = template.resource("JournalTable").path("Properties");
        JsonNode quotas = template.resource("QuotaTable").path("Properties");

        assertThat(keys(journal)).containsExactly("batch S HASH", "line N RANGE");
        assertThat(journal.at("/TimeToLiveSpecification/AttributeName").asText())
                .isEqualTo("expires");
        assertThat(keys(quotas)).containsExactly("api S HASH");
    }

    @Test
    void everyBucketIsEncryptedPrivateAndReachedByTlsAlone() {
        for (String bucket : template.ofType("AWS::S3::Bucket")) {
            JsonNode properties = template.resource(bucket).path("Properties");
            assertThat(Template.names(properties))
                    .as(bucket)
                    .contains("BucketEncryption", "LifecycleConfiguration", "VersioningConfiguration");
            assertThat(Template.texts(properties.path("PublicAccessBlockConfiguration")))
                    .as(bucket)
                    .hasSize(4)
                    .containsOnly("true");
            assertThat(properties
                            .at("/OwnershipControls/Rules/0/ObjectOwnership")
                            .asText())
                    .as(bucket)
                    .isEqualTo("BucketOwnerEnforced");
            assertThat(template.resource(bucket + "Policy")
                            .at("/Properties/PolicyDocument/Statement/0/Condition/Bool/aws:SecureTransport")
                            .asText())
                    .as(bucket)
                    .isEqualTo("false");
        }
    }

    @Test
    void whatHoldsRecordsOutlivesTheStack() {
        for (String name : List.of("InputBucket", "OutputBucket", "JournalTable")) {
            assertThat(template.resource(name).path("DeletionPolicy").asText())
                    .as(name)
                    .isEqualTo("Retain");
            assertThat(template.resource(name).path("UpdateReplacePolicy").asText())
                    .as(name)
                    .isEqualTo("Retain");
        }
    }

    /// sam deploy --guided asks for every parameter, whether it has a default or not.
    @Test
    void everyParameterIsExplainedInTheOrderInWhichItIsAsked() throws IOException {
        List<String> asked = new ArrayList<>();
        template.root().path("Parameters").fieldNames().forEachRemaining(asked::add);
        List<String> explained = Pattern.compile(
                        "(?m)^\\| (`[A-Z][A-Za-z]+`(?:, `[A-Z][A-Za-z]+`)*) \\| [^|]+ \\| [^|]+ \\|$")
                .matcher(section("## Deploy"))
                .results()
                .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", ", -1)))
                .toList();

        assertThat(explained).isEqualTo(asked).hasSize(12);
        assertThat(Files.readString(Path.of("README.md"))).contains("asks for twelve parameters");
        assertThat(template.root().path("Parameters"))
                .allSatisfy(parameter -> assertThat(parameter.has("Default")).isTrue());
    }

    private static String section(String title) throws IOException {
        String text = Files.readString(Path.of("docs/OPERATIONS.md"));
        int begin = text.indexOf(title);
        return text.substring(begin, text.indexOf("\n#", begin + title.length()));
    }

    @Test
    void theDocumentsSayWhatIsReserved() throws IOException {
        int sum = 0;
        List<String> parts = new ArrayList<>();
        for (String function : List.of("Submit", "Plan", "Apply", "Report", "Close", "Export")) {
            String reserved = template.resource(function + "Function")
                    .at("/Properties/ReservedConcurrentExecutions/Fn::If/1")
                    .asText();
            parts.add(function + " " + reserved);
            sum += Integer.parseInt(reserved);
        }

        assertThat(template.root()
                        .at("/Parameters/ReserveConcurrency/Description")
                        .asText())
                .contains("reserve " + sum + " of", "below " + (sum + 100) + " ");
        assertThat(Files.readString(Path.of("docs/OPERATIONS.md")))
                .contains("reserves " + sum + " of", "below " + (sum + 100) + " ");
        assertThat(Files.readString(Path.of("docs/LIMITS.md")))
                .contains(String.join(", ", parts) + ": " + sum + " in all");
    }

    private Set<String> parameters() {
        return Template.names(template.root().path("Parameters"));
    }

    private static List<String> keys(JsonNode table) {
        List<String> keys = new ArrayList<>();
        for (JsonNode key : table.path("KeySchema")) {
            String name = key.path("AttributeName").asText();
            table.path("AttributeDefinitions").forEach(attribute -> {
                if (attribute.path("AttributeName").asText().equals(name)) {
                    keys.add(name + " " + attribute.path("AttributeType").asText() + " "
                            + key.path("KeyType").asText());
                }
            });
        }
        return keys;
    }

    private static void collectReferences(JsonNode node, Set<String> names) {
        if (node.has("Ref")) {
            names.add(base(node.path("Ref").asText()));
        }
        if (node.has("Fn::GetAtt")) {
            names.add(base(node.path("Fn::GetAtt").asText()));
        }
        if (node.has("Fn::Sub")) {
            JsonNode text = node.path("Fn::Sub");
            Set<String> own = Template.names(text.path(1));
            Matcher found = SUBSTITUTION.matcher(
                    text.isTextual() ? text.asText() : text.path(0).asText());
            found.results()
                    .map(result -> base(result.group(1)))
                    .filter(name -> !own.contains(name))
                    .forEach(names::add);
        }
        node.forEach(child -> collectReferences(child, names));
    }

    /// `PlanFunction.Alias` and `InputBucket.Arn` without what comes after the dot.
    private static String base(String reference) {
        int dot = reference.indexOf('.');
        return dot < 0 ? reference : reference.substring(0, dot);
    }

    private void collectConditions(JsonNode node, Set<String> names) {
        JsonNode condition = node.path("Condition");
        if (condition.isTextual()) {
            names.add(condition.asText());
        }
        if (node.has("Fn::If")) {
            names.add(node.at("/Fn::If/0").asText());
        }
        node.forEach(child -> collectConditions(child, names));
    }
}
