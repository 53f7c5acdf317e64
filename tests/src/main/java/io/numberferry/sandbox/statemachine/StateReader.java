package io.numberferry.sandbox.statemachine;

import io.numberferry.sandbox.statemachine.Amount.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads one state of any type.
final class StateReader {
    private static final List<String> TYPES = List.of("Task", "Map", "Choice", "Wait", "Pass", "Succeed", "Fail");
    private static final String LAMBDA = "arn:aws:states:::lambda:invoke";
    private static final String EVENTS = "arn:aws:states:::events:putEvents";
    private static final String EVENTS_CALLBACK = EVENTS + ".waitForTaskToken";
    private static final Range TIMEOUT = Range.whole(1, 99_999_999);
    private static final Range DELAY = Range.whole(0, 99_999_999);

    private final IterationReader iterations;

    StateReader(WorkflowReader workflows) {
        this.iterations = new IterationReader(workflows);
    }

    State read(String name, Fields fields) {
        if (fields.optional("QueryLanguage").isPresent()) {
            fields.word("QueryLanguage", List.of("JSONata"));
        }
        return switch (fields.word("Type", TYPES)) {
            case "Task" -> task(name, fields);
            case "Map" -> map(name, fields);
            case "Choice" -> choice(name, fields);
            case "Wait" -> waiting(name, fields);
            case "Pass" -> pass(name, fields);
            case "Succeed" -> succeed(name, fields);
            default -> fail(name, fields);
        };
    }

    private static void only(Fields fields, String owner, String... names) {
        fields.only(
                owner,
                Stream.concat(Stream.of("Type", "Comment", "QueryLanguage"), Stream.of(names))
                        .toList());
    }

    private static State.Task task(String name, Fields fields) {
        only(
                fields,
                "a Task state",
                "Resource",
                "Arguments",
                "TimeoutSeconds",
                "Retry",
                "Catch",
                "Assign",
                "Output",
                "Next",
                "End");
        String resource = fields.word("Resource", List.of(LAMBDA, EVENTS, EVENTS_CALLBACK));
        return new State.Task(
                name,
                resource.equals(LAMBDA) ? invocation(fields) : publication(fields, resource.equals(EVENTS_CALLBACK)),
                RecoveryReader.read(fields),
                EffectsReader.read(fields, StatesFields.RESULT),
                transition(fields));
    }

    private static State.Invocation invocation(Fields fields) {
        Fields arguments = fields.object("Arguments");
        arguments.only("the Arguments of " + LAMBDA, List.of("FunctionName", "Payload"));
        TemplateReader templates = new TemplateReader(arguments, StatesFields.INPUT);
        return new State.Invocation(
                templates.text("FunctionName"),
                templates.optional("Payload"),
                new TemplateReader(fields, StatesFields.INPUT).amount("TimeoutSeconds", TIMEOUT));
    }

    private static State.Publication publication(Fields fields, boolean callback) {
        if (!callback && fields.optional("TimeoutSeconds").isPresent()) {
            throw fields.refusal("TimeoutSeconds", "is supported for " + LAMBDA + " and " + EVENTS_CALLBACK + " only");
        }
        Fields arguments = fields.object("Arguments");
        arguments.only("the Arguments of " + EVENTS, List.of("Entries"));
        return new State.Publication(
                new TemplateReader(arguments, StatesFields.INPUT).required("Entries"),
                callback,
                new TemplateReader(fields, StatesFields.INPUT).amount("TimeoutSeconds", TIMEOUT));
    }

    private State.Map map(String name, Fields fields) {
        only(fields, "a Map state", IterationReader.MAP_FIELDS);
        return new State.Map(
                name,
                iterations.read(name, fields),
                RecoveryReader.read(fields),
                EffectsReader.read(fields, StatesFields.RESULT),
                transition(fields));
    }

    private static State.Choice choice(String name, Fields fields) {
        only(fields, "a Choice state", "Choices", "Default", "Assign", "Output");
        List<State.Rule> rules = new ArrayList<>();
        for (Fields rule : fields.objects("Choices")) {
            rule.only("Choices", List.of("Comment", "Condition", "Next", "Assign", "Output"));
            if (!Expression.isExpression(rule.text("Condition"))) {
                throw rule.refusal("Condition", "must be an expression, {% ... %}");
            }
            Template condition = new TemplateReader(rule, StatesFields.INPUT).required("Condition");
            rules.add(new State.Rule(condition, EffectsReader.read(rule, StatesFields.INPUT), rule.text("Next")));
        }
        return new State.Choice(
                name, rules, fields.optionalText("Default"), EffectsReader.read(fields, StatesFields.INPUT));
    }

    private static State.Wait waiting(String name, Fields fields) {
        only(fields, "a Wait state", "Seconds", "Timestamp", "Assign", "Output", "Next", "End");
        TemplateReader templates = new TemplateReader(fields, StatesFields.INPUT);
        Optional<Amount> seconds = templates.amount("Seconds", DELAY);
        if (seconds.isPresent() == fields.optional("Timestamp").isPresent()) {
            throw fields.refusal("Seconds", "or 'Timestamp' must be given, and not both");
        }
        State.Delay delay = seconds.<State.Delay>map(State.Delay.Seconds::new)
                .orElseGet(() -> new State.Delay.Until(timestamp(fields, templates)));
        return new State.Wait(name, delay, EffectsReader.read(fields, StatesFields.INPUT), transition(fields));
    }

    private static Template timestamp(Fields fields, TemplateReader templates) {
        String text = fields.text("Timestamp");
        if (!Expression.isExpression(text) && Timestamps.parse(text).isEmpty()) {
            throw fields.refusal("Timestamp", "must be an RFC 3339 instant or an expression, but is \"" + text + "\"");
        }
        return templates.required("Timestamp");
    }

    private static State.Pass pass(String name, Fields fields) {
        only(fields, "a Pass state", "Assign", "Output", "Next", "End");
        return new State.Pass(name, EffectsReader.read(fields, StatesFields.INPUT), transition(fields));
    }

    private static State.Succeed succeed(String name, Fields fields) {
        only(fields, "a Succeed state", "Output");
        return new State.Succeed(name, EffectsReader.read(fields, StatesFields.INPUT));
    }

    private static State.Fail fail(String name, Fields fields) {
        only(fields, "a Fail state", "Error", "Cause");
        TemplateReader templates = new TemplateReader(fields, StatesFields.INPUT);
        return new State.Fail(
                name,
                fields.optionalText("Error").map(_ -> templates.required("Error")),
                fields.optionalText("Cause").map(_ -> templates.required("Cause")));
    }

    private static Transition transition(Fields fields) {
        Optional<String> next = fields.optionalText("Next");
        boolean end = fields.optional("End").isPresent();
        if (next.isPresent() == end) {
            throw fields.refusal("Next", "or 'End' must be given, and not both");
        }
        if (end && !fields.required("End").booleanValue()) {
            throw fields.refusal("End", "must be true, but is " + fields.required("End"));
        }
        return next.<Transition>map(Transition.To::new).orElseGet(Transition.End::new);
    }
}
