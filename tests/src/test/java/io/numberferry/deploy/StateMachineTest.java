package io.numberferry.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the state machine and template.yaml must say alike.
class StateMachineTest {
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^}]*)}");

    private final Template template = Template.read();
    private final JsonNode job = template.resource("Job").path("Properties");
    private final String definition = definition();

    private String definition() {
        try {
            return Files.readString(Path.of(job.path("DefinitionUri").asText()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everySubstitutionIsBoundAndNoneIsLeftOver() {
        Set<String> used = new TreeSet<>();
        SUBSTITUTION.matcher(definition).results().forEach(found -> used.add(found.group(1)));

        assertThat(Template.names(job.path("DefinitionSubstitutions"))).isEqualTo(used);
    }

    @Test
    void functionsAreCalledByTheirAliasesAndTheRoleMayCallThese() {
        List<String> bound = new ArrayList<>();
        job.path("DefinitionSubstitutions")
                .forEach(value -> bound.add(value.path("Ref").asText()));
        List<String> allowed = new ArrayList<>();
        template.resource("JobRole")
                .at("/Properties/Policies/0/PolicyDocument/Statement/0/Resource")
                .forEach(value -> allowed.add(value.path("Ref").asText()));

        assertThat(bound).containsExactly("PlanFunction.Alias", "ApplyFunction.Alias", "ReportFunction.Alias");
        assertThat(allowed).isEqualTo(bound);
    }

    @Test
    void everyErrorNameThatLooksLikeAClassIsOne() throws Exception {
        Set<String> names = new TreeSet<>();
        collect(new ObjectMapper().readTree(definition), "ErrorEquals", names);
        names.removeIf(name -> !name.startsWith("io.numberferry."));

        assertThat(names).isNotEmpty();
        for (String name : names) {
            Class<?> thrown = Class.forName(name, false, getClass().getClassLoader());
            assertThat(thrown).isAssignableTo(Exception.class);
            assertThat(thrown.getName()).isEqualTo(name);
        }
    }

    @Test
    void aFunctionsTimeEndsBeforeTheStateMachineGivesItUp() throws Exception {
        int functions =
                Integer.parseInt(template.root().at("/Globals/Function/Timeout").asText());
        List<JsonNode> tasks = new ArrayList<>();
        tasks(new ObjectMapper().readTree(definition), tasks);

        assertThat(tasks)
                .filteredOn(task -> task.path("Resource").asText().endsWith("lambda:invoke"))
                .hasSize(3)
                .allSatisfy(
                        task -> assertThat(task.path("TimeoutSeconds").asInt()).isGreaterThan(functions));
    }

    @Test
    void theRoleKnowsTheMapByItsLabel() throws Exception {
        Set<String> labels = new TreeSet<>();
        collect(new ObjectMapper().readTree(definition), "Label", labels);

        assertThat(labels).containsExactly("Batches");
        assertThat(template.resource("JobRole").toString()).contains("-job/Batches:*");
    }

    private static void collect(JsonNode node, String field, Set<String> texts) {
        node.properties().forEach(entry -> {
            if (entry.getKey().equals(field)) {
                texts.addAll(Template.texts(entry.getValue()));
            }
        });
        node.forEach(child -> collect(child, field, texts));
    }

    private static void tasks(JsonNode node, List<JsonNode> tasks) {
        if (node.path("Type").asText().equals("Task")) {
            tasks.add(node);
        }
        node.forEach(child -> tasks(child, tasks));
    }
}
