package io.numberferry.aws.storage;

import io.numberferry.apply.JournalUnavailableException;
import io.numberferry.domain.BatchId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// The requests to the journal's table. In expressions, `#name` stands for the attribute `name`.
record JournalTable(DynamoDbClient client, String table) {
    /// Longer than the 14 days in which an execution can be redriven, with room for the longest job before.
    private static final Duration KEPT = Duration.ofDays(90);

    /// When what is written now is to be deleted, in seconds since 1970.
    static long expiry(Instant now) {
        return now.plus(KEPT).getEpochSecond();
    }

    /// Empty when there is no such item.
    Map<String, AttributeValue> item(BatchId batch, int line) {
        return item(JournalItem.key(batch, line));
    }

    /// Empty when there is no such item.
    Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
        return reached(
                "read",
                () -> client.getItem(
                                request -> request.tableName(table).key(key).consistentRead(true))
                        .item());
    }

    /// The rows of a batch that have not expired, by line.
    ///
    /// @param now seconds since 1970
    /// @param reader of an item; items take several times the memory of what they say, so none is kept
    <T> List<T> rows(BatchId batch, long now, Function<Map<String, AttributeValue>, T> reader) {
        return query(batch, "#batch = :batch AND #line > :batchLine", now, reader);
    }

    /// What the workers of a batch wrote of their calls over time, as far as it has not expired.
    <T> List<T> series(BatchId batch, long now, Function<Map<String, AttributeValue>, T> reader) {
        return query(batch, "#batch = :batch AND #line < :batchLine", now, reader);
    }

    private <T> List<T> query(BatchId batch, String keys, long now, Function<Map<String, AttributeValue>, T> reader) {
        String filter = "#expires > :now";
        Map<String, AttributeValue> values = Map.of(
                ":batch", Attributes.text(batch.key()),
                ":batchLine", Attributes.number(JournalItem.BATCH_LINE),
                ":now", Attributes.number(now));
        return reached(
                "read",
                () -> client
                        .queryPaginator(request -> request.tableName(table)
                                .keyConditionExpression(keys)
                                .filterExpression(filter)
                                .expressionAttributeNames(Attributes.namesIn(keys, filter))
                                .expressionAttributeValues(values)
                                .consistentRead(true))
                        .items()
                        .stream()
                        .map(reader)
                        .toList());
    }

    /// Writes a whole item, over what there is.
    ///
    /// @return false when the condition did not hold
    boolean put(Map<String, AttributeValue> item, String condition, Map<String, AttributeValue> values) {
        return held(() -> client.putItem(request -> request.tableName(table)
                .item(item)
                .conditionExpression(condition)
                .expressionAttributeNames(Attributes.namesIn(condition))
                .expressionAttributeValues(values)));
    }

    /// Writes a whole item, over what there is, whatever that is.
    void write(Map<String, AttributeValue> item) {
        reached(
                "written",
                () -> client.putItem(request -> request.tableName(table).item(item)));
    }

    /// Changes some attributes of a row's item.
    ///
    /// @return false when the condition did not hold
    boolean update(
            Map<String, AttributeValue> key, String update, String condition, Map<String, AttributeValue> values) {
        return held(() -> client.updateItem(request -> request.tableName(table)
                .key(key)
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeNames(Attributes.namesIn(update, condition))
                .expressionAttributeValues(values)));
    }

    /// Deletes a row's item.
    ///
    /// @return false when the condition did not hold
    boolean delete(Map<String, AttributeValue> key, String condition, Map<String, AttributeValue> values) {
        return held(() -> client.deleteItem(request -> request.tableName(table)
                .key(key)
                .conditionExpression(condition)
                .expressionAttributeNames(Attributes.namesIn(condition))
                .expressionAttributeValues(values)));
    }

    /// Changes an item that is no row's, or makes it.
    ///
    /// @param names what the placeholders of the update stand for
    /// @return the attributes that were changed
    Map<String, AttributeValue> change(
            Map<String, AttributeValue> key,
            String update,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        return reached(
                "written",
                () -> client.updateItem(request -> request.tableName(table)
                                .key(key)
                                .updateExpression(update)
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values)
                                .returnValues(ReturnValue.UPDATED_NEW))
                        .attributes());
    }

    private boolean held(Supplier<Object> write) {
        try {
            reached("written", write);
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return false;
        }
    }

    private <T> T reached(String use, Supplier<T> work) {
        try {
            return work.get();
        } catch (ConditionalCheckFailedException refused) {
            throw refused;
        } catch (SdkException e) {
            throw new JournalUnavailableException(
                    "The journal, table %s, could not be %s: %s".formatted(table, use, e.getMessage()), e);
        }
    }
}
