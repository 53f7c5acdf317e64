package io.numberferry.sandbox.statemachine;

import java.util.LinkedHashMap;
import java.util.Map;

/// Reads `Assign` and `Output`.
final class EffectsReader {
    /// From the quotas of the service.
    private static final int LONGEST_VARIABLE = 80;

    private EffectsReader() {}

    static Effects read(Fields fields, StatesFields readable) {
        Map<String, Template> assign = new LinkedHashMap<>();
        if (fields.optional("Assign").isPresent()) {
            Fields variables = fields.object("Assign");
            TemplateReader templates = new TemplateReader(variables, readable);
            variables.node().fieldNames().forEachRemaining(name -> {
                checkVariable(variables, name);
                assign.put(name, templates.required(name));
            });
        }
        return new Effects(assign, new TemplateReader(fields, readable).optional("Output"));
    }

    private static void checkVariable(Fields variables, String name) {
        if (name.equals("states")) {
            throw variables.refusal(name, "sets $states, which is reserved");
        }
        boolean identifier = !name.isEmpty()
                && Character.isUnicodeIdentifierStart(name.codePointAt(0))
                && name.codePoints().allMatch(Character::isUnicodeIdentifierPart);
        if (!identifier || name.length() > LONGEST_VARIABLE) {
            throw variables.refusal(
                    name, "is no name of a variable; supported are letters, digits and _, at most 80, a letter first");
        }
    }
}
