package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/// JSON text to trees and back; a name that stands twice in one object, or text after the value, is an error.
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /// @throws JsonProcessingException when the text is not one JSON value
    static JsonNode read(String text) throws JsonProcessingException {
        JsonNode value = MAPPER.readTree(text);
        if (value.isMissingNode()) {
            throw new com.fasterxml.jackson.core.JsonParseException(null, "there is no JSON value");
        }
        return value;
    }

    static String write(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonParser parser(java.io.InputStream stream) throws java.io.IOException {
        return MAPPER.createParser(stream);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(Collection<JsonNode> elements) {
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }

    /// The first line of what Jackson says, without the place in the source.
    static String complaint(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("there is no JSON value");
    }
}
