package io.numberferry.sandbox.statemachine;

import io.numberferry.sandbox.statemachine.Amount.Range;
import io.numberferry.sandbox.statemachine.Iteration.ExecutionType;
import io.numberferry.sandbox.statemachine.Iteration.InputType;
import io.numberferry.sandbox.statemachine.Iteration.Items;
import io.numberferry.sandbox.statemachine.Iteration.Mode;
import io.numberferry.sandbox.statemachine.Iteration.Tolerance;
import java.util.List;
import java.util.Optional;

/// Reads the fields in which a Map state differs from a Task.
final class IterationReader {
    static final String[] MAP_FIELDS = {
        "Items",
        "ItemReader",
        "ItemSelector",
        "ItemProcessor",
        "MaxConcurrency",
        "ToleratedFailureCount",
        "ToleratedFailurePercentage",
        "Label",
        "Retry",
        "Catch",
        "Assign",
        "Output",
        "Next",
        "End"
    };
    private static final List<String> OF_DISTRIBUTED =
            List.of("ItemReader", "ToleratedFailureCount", "ToleratedFailurePercentage", "Label");
    private static final String GET_OBJECT = "arn:aws:states:::s3:getObject";
    private static final int LONGEST_LABEL = 40;
    private static final Range ANY_COUNT = Range.whole(0, Integer.MAX_VALUE);
    private static final Range PERCENTAGE = Range.fractional(0, 100);

    private final WorkflowReader workflows;

    IterationReader(WorkflowReader workflows) {
        this.workflows = workflows;
    }

    Iteration read(String name, Fields fields) {
        Fields processor = fields.object("ItemProcessor");
        processor.only("an ItemProcessor", List.of("ProcessorConfig", "Comment", "StartAt", "States"));
        Mode mode = mode(name, fields, processor);
        TemplateReader templates = new TemplateReader(fields, StatesFields.INPUT);
        return new Iteration(
                items(fields, templates),
                templates.optional("ItemSelector"),
                templates.amount("MaxConcurrency", ANY_COUNT),
                workflows.read(processor),
                mode);
    }

    private static Mode mode(String name, Fields fields, Fields processor) {
        if (processor.optional("ProcessorConfig").isEmpty()) {
            return inline(fields);
        }
        Fields config = processor.object("ProcessorConfig");
        config.only("a ProcessorConfig", List.of("Mode", "ExecutionType"));
        if (config.word("Mode", List.of("INLINE", "DISTRIBUTED")).equals("DISTRIBUTED")) {
            return distributed(name, fields, config);
        }
        if (config.optional("ExecutionType").isPresent()) {
            throw config.refusal("ExecutionType", "is not supported; supported with Mode INLINE is Mode");
        }
        return inline(fields);
    }

    private static Mode.Inline inline(Fields fields) {
        for (String field : OF_DISTRIBUTED) {
            if (fields.optional(field).isPresent()) {
                throw fields.refusal(field, "is not supported with Mode INLINE; supported with it is Mode DISTRIBUTED");
            }
        }
        return new Mode.Inline();
    }

    private static Mode.Distributed distributed(String name, Fields fields, Fields config) {
        TemplateReader templates = new TemplateReader(fields, StatesFields.INPUT);
        return new Mode.Distributed(
                label(name, fields),
                ExecutionType.valueOf(config.word("ExecutionType", List.of("STANDARD", "EXPRESS"))),
                new Tolerance(
                        templates.amount("ToleratedFailureCount", ANY_COUNT),
                        templates.amount("ToleratedFailurePercentage", PERCENTAGE)));
    }

    private static String label(String name, Fields fields) {
        Optional<String> label = fields.optionalText("Label");
        if (label.isEmpty()) {
            String letters = name.replaceAll("[^A-Za-z0-9_-]", "_");
            return letters.substring(0, Math.min(letters.length(), LONGEST_LABEL));
        }
        if (label.get().length() > LONGEST_LABEL || !Names.allowed(label.get())) {
            throw fields.refusal("Label", "is '" + label.get() + "'; supported are 1 to 40 characters, " + Names.RULE);
        }
        return label.get();
    }

    private static Items items(Fields fields, TemplateReader templates) {
        boolean stored = fields.optional("ItemReader").isPresent();
        Optional<Template> given = templates.optional("Items");
        if (stored && given.isPresent()) {
            throw fields.refusal("Items", "is not supported beside 'ItemReader'; supported is one of them");
        }
        if (stored) {
            return stored(fields.object("ItemReader"));
        }
        return given.<Items>map(Items.Given::new).orElseGet(Items.Input::new);
    }

    private static Items.Stored stored(Fields reader) {
        reader.only("an ItemReader", List.of("Resource", "ReaderConfig", "Arguments"));
        reader.word("Resource", List.of(GET_OBJECT));
        Fields config = reader.object("ReaderConfig");
        config.only("a ReaderConfig", List.of("InputType"));
        Fields arguments = reader.object("Arguments");
        arguments.only("the Arguments of " + GET_OBJECT, List.of("Bucket", "Key", "VersionId"));
        TemplateReader templates = new TemplateReader(arguments, StatesFields.INPUT);
        return new Items.Stored(
                templates.text("Bucket"),
                templates.text("Key"),
                arguments.optionalText("VersionId").map(_ -> templates.required("VersionId")),
                InputType.valueOf(config.word("InputType", List.of("JSON", "JSONL"))));
    }
}
