package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Reads a whole definition.
final class DefinitionReader {
    private static final List<String> FIELDS =
            List.of("QueryLanguage", "Comment", "StartAt", "States", "TimeoutSeconds");
    private static final Amount.Range TIMEOUT = Amount.Range.whole(1, 99_999_999);

    private DefinitionReader() {}

    static StateMachine read(String definition, Map<String, String> substitutions) {
        Fields fields = Fields.of(Substitutions.apply(tree(definition), substitutions), "the state machine");
        if (fields.optional("QueryLanguage").isEmpty()) {
            throw fields.refusal("QueryLanguage", "is missing, which means JSONPath; supported is JSONata");
        }
        fields.word("QueryLanguage", List.of("JSONata"));
        fields.only("a state machine", FIELDS);
        Workflow workflow = new WorkflowReader().read(fields);
        ScopeCheck.check(workflow);
        return new StateMachine(
                workflow,
                fields.number("TimeoutSeconds", TIMEOUT)
                        .map(JsonNode::longValue)
                        .map(Duration::ofSeconds));
    }

    private static JsonNode tree(String definition) {
        try {
            return Json.read(definition);
        } catch (JsonProcessingException e) {
            throw new InvalidDefinitionException("the state machine: is not JSON: " + Json.complaint(e));
        }
    }
}
