package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.sandbox.statemachine.Iteration.InputType;
import io.numberferry.sandbox.statemachine.Iteration.Items;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the items of a Map state.
final class ItemLister {
    private ItemLister() {}

    static List<JsonNode> items(Items items, Visit visit) {
        return switch (items) {
            case Items.Given(Template template) -> elements(visit.before().typed(template, JsonNode::isArray, "array"));
            case Items.Input() -> {
                if (!visit.input().isArray()) {
                    throw visit.before().failure("Map state input must be an array but was: " + visit.input());
                }
                yield elements(visit.input());
            }
            case Items.Stored stored -> stored(stored, visit);
        };
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>(array.size());
        array.forEach(elements::add);
        return elements;
    }

    private static List<JsonNode> stored(Items.Stored stored, Visit visit) {
        Evaluation evaluation = visit.before();
        String bucket = evaluation.text(stored.bucket());
        String key = evaluation.text(stored.key());
        var versionId = stored.versionId().map(evaluation::text);
        try (InputStream object = visit.execution().ports().objects().open(bucket, key, versionId);
                JsonParser parser = Json.parser(object)) {
            return stored.inputType() == InputType.JSON ? array(parser) : values(parser);
        } catch (JsonProcessingException e) {
            throw unreadable(bucket, key, stored.inputType(), Json.complaint(e));
        } catch (IOException e) {
            throw unreadable(bucket, key, stored.inputType(), e.getMessage());
        }
    }

    private static StateFailure unreadable(String bucket, String key, InputType type, @Nullable String why) {
        return new StateFailure(
                ErrorNames.ITEM_READER_FAILED,
                "s3://" + bucket + "/" + key + " could not be read as " + type + ": " + why);
    }

    private static List<JsonNode> array(JsonParser parser) throws IOException {
        JsonNode array = parser.readValueAsTree();
        if (array == null || !array.isArray()) {
            throw new IOException("its JSON is not an array");
        }
        return elements(array);
    }

    private static List<JsonNode> values(JsonParser parser) throws IOException {
        List<JsonNode> values = new ArrayList<>();
        while (parser.nextToken() != null) {
            values.add(parser.readValueAsTree());
        }
        return values;
    }
}
