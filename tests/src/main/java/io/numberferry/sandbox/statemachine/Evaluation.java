package io.numberferry.sandbox.statemachine;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Evaluates templates at one point of one state. Used by one thread.
final class Evaluation {
    /// Steps of one expression, by which an endless one is stopped: seconds, at some millions of steps a
    /// second.
    private static final int MOST_STEPS = 2_000_000;

    private final String state;
    private final AddedFunctions functions;
    private final Object states;
    private final Map<String, JsonNode> variables;

    /// @param states the value of `$states`
    Evaluation(String state, AddedFunctions functions, ObjectNode states, Map<String, JsonNode> variables) {
        this.state = state;
        this.functions = functions;
        this.states = JsonataValues.of(states);
        this.variables = variables;
    }

    /// @throws StateFailure `States.QueryEvaluationError`, when an expression fails or gives nothing
    JsonNode evaluate(Template template) {
        return switch (template) {
            case Template.Literal(JsonNode value) -> value;
            case Template.Query(Expression expression) -> query(expression);
            case Template.Array(var elements) ->
                Json.array(elements.stream().map(this::evaluate).toList());
            case Template.Structure(var fields) -> {
                ObjectNode object = Json.object();
                fields.forEach((name, value) -> object.set(name, evaluate(value)));
                yield object;
            }
        };
    }

    String text(Template template) {
        return typed(template, JsonNode::isTextual, "string").textValue();
    }

    boolean truth(Template template) {
        return typed(template, JsonNode::isBoolean, "boolean").booleanValue();
    }

    /// The value of an expression, or a literal, that must be of one type.
    JsonNode typed(Template template, Predicate<JsonNode> type, String expected) {
        JsonNode value = evaluate(template);
        if (!type.test(value)) {
            throw failure((template instanceof Template.Query(Expression expression)
                            ? described(expression) + " returned an unexpected result type."
                            : "A field has an unexpected type.")
                    + " Expected '" + expected + "', but was '"
                    + value.getNodeType().name().toLowerCase(Locale.ROOT) + "' for value: " + value);
        }
        return value;
    }

    double number(Amount amount) {
        JsonNode value = evaluate(amount.value());
        Optional<String> refusal = amount.range().refusal(value);
        if (refusal.isPresent()) {
            throw failure("The field '" + amount.field() + "' " + refusal.get() + ".");
        }
        return value.doubleValue();
    }

    StateFailure failure(String reason) {
        return new StateFailure(
                ErrorNames.QUERY_EVALUATION_ERROR,
                "An error occurred while executing the state '" + state + "'. " + reason);
    }

    private JsonNode query(Expression expression) {
        Object value = evaluated(expression);
        if (value == null) {
            throw failure(described(expression) + " returned nothing (undefined).");
        }
        try {
            return JsonataValues.json(value);
        } catch (IllegalArgumentException _) {
            throw failure(described(expression) + " returned an unsupported result type.");
        }
    }

    private @Nullable Object evaluated(Expression expression) {
        try {
            return expression.compiled().evaluate(null, frame());
        } catch (JException e) {
            throw failure(described(expression) + " threw an error during evaluation. " + complaint(e));
        } catch (RuntimeException e) {
            throw failure(described(expression) + " threw an error during evaluation. " + e.getMessage());
        } catch (StackOverflowError _) {
            throw failure(described(expression) + " threw an error during evaluation. It calls itself too deeply");
        }
    }

    private Frame frame() {
        Frame frame = new Frame(null);
        functions.bind(frame);
        variables.forEach((name, value) -> frame.bind(name, JsonataValues.of(value)));
        frame.bind("states", states);
        int[] steps = {0};
        frame.setEvaluateEntryCallback((_, _, _) -> {
            if (++steps[0] > MOST_STEPS) {
                throw new IllegalStateException("It took more than " + MOST_STEPS + " steps");
            }
        });
        return frame;
    }

    private static String described(Expression expression) {
        return "The JSONata expression '" + expression.source() + "' specified for the field '" + expression.field()
                + "'";
    }

    private static String complaint(JException e) {
        boolean known = e.getError() != null && e.getError().matches("[A-Z][0-9]{4}");
        return known ? e.getError() + ": " + e.getMessage() : String.valueOf(e.getMessage());
    }
}
