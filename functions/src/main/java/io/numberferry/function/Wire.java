package io.numberferry.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.numberferry.aws.storage.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Reads what the state machine sends and writes what it gets. Lambda's own deserialiser does not know
/// records in every version of the runtime, and makes misspelt values null; this one does not.
final class Wire {
    /// A request may hold more than a function needs, since the input of an execution travels whole, and
    /// less: the requests say themselves what they cannot do without.
    private static final JsonMapper MAPPER = Json.mapper()
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Wire() {}

    /// What a request is made into.
    interface Answering<I, O> {
        O answer(I request) throws IOException, InterruptedException;
    }

    /// @throws IllegalArgumentException naming what is wrong with the request
    static <I, O> void answer(InputStream input, OutputStream output, Class<I> type, Answering<I, O> answering)
            throws IOException {
        I request = read(input, type);
        try {
            MAPPER.writeValue(output, answering.answer(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the function was stopped while it waited", e);
        }
    }

    /// @throws JsonProcessingException when the JSON is no such request
    static <I> I read(JsonNode request, Class<I> type) throws JsonProcessingException {
        return MAPPER.treeToValue(request, type);
    }

    private static <I> I read(InputStream input, Class<I> type) throws IOException {
        try {
            return MAPPER.readValue(input, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the input is not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
