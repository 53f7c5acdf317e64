package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the fields that may hold expressions.
///
/// @param owner the object whose fields are read
/// @param readable what the expressions can read
record TemplateReader(Fields owner, StatesFields readable) {

    Template required(String field) {
        return template(owner.required(field), field);
    }

    Optional<Template> optional(String field) {
        return owner.optional(field).map(value -> template(value, field));
    }

    /// A string, or an expression that must give one when it is evaluated.
    Template text(String field) {
        owner.text(field);
        return required(field);
    }

    /// A number within a range, or an expression that must give one when it is evaluated.
    Optional<Amount> amount(String field, Amount.Range range) {
        return optional(field).map(value -> {
            if (!(value instanceof Template.Query)) {
                owner.number(field, range);
            }
            return new Amount(owner.path() + field, value, range);
        });
    }

    Template template(JsonNode value, String field) {
        if (value.isTextual() && Expression.isExpression(value.textValue())) {
            return new Template.Query(Expression.read(value.textValue(), owner, field, readable));
        }
        if (value.isArray()) {
            return array(value, field);
        }
        return value.isObject() ? structure(value, field) : new Template.Literal(value);
    }

    private Template array(JsonNode value, String field) {
        List<Template> elements = new ArrayList<>();
        for (JsonNode element : value) {
            elements.add(template(element, field + "[" + elements.size() + "]"));
        }
        boolean literal = elements.stream().allMatch(Template.Literal.class::isInstance);
        return literal ? new Template.Literal(value) : new Template.Array(elements);
    }

    private Template structure(JsonNode value, String field) {
        Map<String, Template> fields = new LinkedHashMap<>();
        value.properties()
                .forEach(entry -> fields.put(entry.getKey(), template(entry.getValue(), field + "/" + entry.getKey())));
        boolean literal = fields.values().stream().allMatch(Template.Literal.class::isInstance);
        return literal ? new Template.Literal(value) : new Template.Structure(fields);
    }
}
