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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the state machines and template.yaml must say alike.
class StateMachineTest {
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^}]*)}");

    private final Template template = Template.read();

    private JsonNode machine(String name) {
        return template.resource(name).path("Properties");
    }

    private String definition(String name) throws IOException {
        return Files.readString(Path.of(machine(name).path("DefinitionUri").asText()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Job", "Closing"})
    void everySubstitutionIsBoundAndNoneIsLeftOver(String name) throws Exception {
        Set<String> used = new TreeSet<>();
        SUBSTITUTION.matcher(definition(name)).results().forEach(found -> used.add(found.group(1)));

        assertThat(Template.names(machine(name).path("DefinitionSubstitutions")))
                .isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource({
        "Job, PlanFunction.Alias ApplyFunction.Alias ReportFunction.Alias",
        "Closing, CloseFunction.Alias ReportFunction.Alias"
    })
    void functionsAreCalledByTheirAliasesAndTheRoleMayCallThese(String name, String functions) {
        List<String> bound = new ArrayList<>();
        machine(name).path("DefinitionSubstitutions").properties().stream()
                .filter(entry -> entry.getKey().endsWith("FunctionArn"))
                .forEach(entry -> bound.add(entry.getValue().path("Ref").asText()));
        List<String> allowed = new ArrayList<>();
        template.resource(name + "Role")
                .at("/Properties/Policies/0/PolicyDocument/Statement/0/Resource")
                .forEach(value -> allowed.add(value.path("Ref").asText()));

        assertThat(bound).containsExactly(functions.split(" ", -1));
        assertThat(allowed).isEqualTo(bound);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Job", "Closing"})
    void everyErrorNameThatLooksLikeAClassIsOne(String machine) throws Exception {
        Set<String> names = new TreeSet<>();
        collect(new ObjectMapper().readTree(definition(machine)), "ErrorEquals", names);
        names.removeIf(name -> !name.startsWith("io.numberferry."));

        assertThat(names).isNotEmpty();
        for (String name : names) {
            Class<?> thrown = Class.forName(name, false, getClass().getClassLoader());
            assertThat(thrown).isAssignableTo(Exception.class);
            assertThat(thrown.getName()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource({"Job, 5", "Closing, 2"})
    void aFunctionsTimeEndsBeforeTheStateMachineGivesItUp(String name, int calls) throws Exception {
        int functions =
                Integer.parseInt(template.root().at("/Globals/Function/Timeout").asText());
        List<JsonNode> tasks = new ArrayList<>();
        tasks(new ObjectMapper().readTree(definition(name)), tasks);

        assertThat(tasks)
                .filteredOn(task -> task.path("Resource").asText().endsWith("lambda:invoke"))
                .hasSize(calls)
                .allSatisfy(
                        task -> assertThat(task.path("TimeoutSeconds").asInt()).isGreaterThan(functions));
    }

    @Test
    void theRoleKnowsTheMapByItsLabel() throws Exception {
        Set<String> labels = new TreeSet<>();
        collect(new ObjectMapper().readTree(definition("Job")), "Label", labels);

        assertThat(labels).containsExactly("Batches");
        assertThat(template.resource("JobRole").toString()).contains("-job/Batches:*");
    }

    /// Closings of other executions ask who goes on with a job. One that waits for a yes does not, yet.
    @Test
    void thePlanIsToldWhichExecutionGoesOnAndWhetherItMay() throws IOException {
        JsonNode job = new ObjectMapper().readTree(definition("Job"));
        String mine = "'execution': $states.context.Execution.Id, 'approved': ";

        assertThat(job.at("/States/Plan/Arguments/Payload").asText()).contains(mine + "false");
        assertThat(job.at("/States/Go on/Arguments/Payload").asText()).contains(mine + "true");
        assertThat(job.at("/States/Wait for a yes/Next").asText()).isEqualTo("Go on");
    }

    /// The functions cannot know it by their variables: an alias keeps those that it was published with.
    @Test
    void planAndWorkersAreToldWhatTheParametersAllow() throws IOException {
        JsonNode job = new ObjectMapper().readTree(definition("Job"));
        String told = "'allowed': {'targets': '${AllowedTargetArns}', 'chime': '${AllowChime}'}}]) %}";

        assertThat(job.at("/States/Plan/Arguments/Payload").asText()).endsWith(told);
        assertThat(job.at("/States/Go on/Arguments/Payload").asText()).endsWith(told);
        assertThat(job.at("/States/Lanes/ItemProcessor/States/Batches/ItemProcessor/States/Apply/Arguments/Payload")
                        .asText())
                .endsWith(told);
        assertThat(machine("Job")
                        .at("/DefinitionSubstitutions/AllowedTargetArns")
                        .toString())
                .contains(
                        "\"ConnectInstanceArns\"",
                        "\"TrafficDistributionGroupArns\"",
                        "\"VoiceConnectorGroupArns\"",
                        "\"VoiceConnectorArns\"");
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
