package io.numberferry.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.numberferry.aws.AwsService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The folder of example inputs: none may rot unread.
class EventsTest {
    /// Each file, and a test that reads it.
    private static final Map<String, String> READERS = new TreeMap<>(Map.ofEntries(
            Map.entry("apply.json", "function/HandlersTest"),
            Map.entry("close.json", "function/CloseFunctionTest"),
            Map.entry("export.json", "sandbox/EventsInSandboxTest"),
            Map.entry("local.env.json", "deploy/EventsTest"),
            Map.entry("lost-answers.csv", "sandbox/RunTest"),
            Map.entry("lost-answers.world.json", "sandbox/RunTest"),
            Map.entry("mixed.csv", "sandbox/RunTest"),
            Map.entry("plan.json", "function/HandlersTest"),
            Map.entry("report.json", "function/HandlersTest"),
            Map.entry("submit-deleted.json", "function/SubmitFunctionTest"),
            Map.entry("submit-empty.json", "function/SubmitFunctionTest"),
            Map.entry("submit-eventbridge.json", "function/SubmitFunctionTest"),
            Map.entry("submit-other-bucket.json", "function/SubmitFunctionTest"),
            Map.entry("submit-own-report.json", "function/SubmitFunctionTest"),
            Map.entry("submit-several.json", "function/SubmitFunctionTest"),
            Map.entry("submit-test.json", "function/SubmitFunctionTest"),
            Map.entry("submit.json", "function/SubmitFunctionTest"),
            Map.entry("world.json", "sandbox/simulator/ExampleWorldTest")));

    @Test
    void everyFileIsReadByATestOfThisTable() throws IOException {
        try (var files = Files.list(Path.of("events"))) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .as("give a new file a test that reads it, and add both to the table")
                    .isEqualTo(READERS.keySet());
        }
    }

    @Test
    void theTestsOfTheTableNameTheirFiles() throws IOException {
        for (Map.Entry<String, String> reader : READERS.entrySet()) {
            Path test = Path.of("tests/src/test/java/io/numberferry", reader.getValue() + ".java");
            assertThat(Files.readString(test)).as(reader.getValue()).contains(reader.getKey());
        }
    }

    /// SAM drops variables that the template does not declare.
    @Test
    void theLocalEnvironmentSetsWhatTheTemplateDeclares() throws IOException {
        Template template = Template.read();
        Set<String> declared = new TreeSet<>();
        template.functions().forEach(function -> declared.addAll(template.variables(function)));

        assertThat(Template.names(localEnvironment())).isEqualTo(declared);
    }

    /// Nothing listens on port 1: whoever forgets to fill the file in reaches nothing, and AWS least of all.
    @Test
    void theLocalEnvironmentReachesNothingUntilItIsFilledIn() throws IOException {
        JsonNode variables = localEnvironment();

        assertThat(Arrays.stream(AwsService.values())
                        .map(service -> URI.create(
                                variables.path(service.endpointVariable()).asText())))
                .containsOnly(URI.create("http://127.0.0.1:1"));
        assertThat(variables.path("ACCOUNT_ID").asText()).isEmpty();
    }

    private static JsonNode localEnvironment() throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("events/local.env.json").toFile())
                .path("Parameters");
    }
}
