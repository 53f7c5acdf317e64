package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON of a definition, in which strings that are wholly `{% ... %}` stand for what they evaluate to.
sealed interface Template {
    /// JSON without an expression anywhere in it.
    record Literal(JsonNode value) implements Template {}

    record Query(Expression expression) implements Template {}

    record Array(List<Template> elements) implements Template {
        public Array {
            elements = List.copyOf(elements);
        }
    }

    record Structure(Map<String, Template> fields) implements Template {
        public Structure {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
