package io.numberferry.aws.storage;

import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import io.numberferry.throttle.Ask;
import io.numberferry.throttle.Bucket;
import io.numberferry.throttle.QuotaStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The buckets of an account and Region in one DynamoDB table, one item per API: partition key `api`
/// (text).
///
/// A change is read, computed and written on condition that nobody wrote in between. When an answer is
/// lost, permits can be lost with it, but none is ever given twice.
///
/// An operator may set `share` on an item, more than 0 and at most 1: from the next reservation on, all
/// workers keep to that part of the quota.
public final class DynamoDbQuotaStore implements QuotaStore {
    /// Each lost race means that another worker won one, so this many in a row are only seen when far more
    /// workers run than a quota can feed.
    private static final int MAX_ATTEMPTS = 100;

    private final DynamoDbClient client;
    private final String table;

    public DynamoDbQuotaStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /// @throws StorageUnavailableException when the table cannot be reached; nothing must be called then
    @Override
    public List<Instant> reserve(Api api, Quota quota, Ask ask, Instant now) {
        return change(api, (bucket, share) -> bucket.reserve(quota.times(share), ask, now))
                .starts();
    }

    @Override
    public void firstAnswered(Api api, Quota quota, Instant now) {
        change(api, (bucket, share) -> without(bucket.countingFrom(quota.times(share), now)));
    }

    @Override
    public void throttled(Api api, Quota quota, Instant sentAt, Instant now) {
        change(api, (bucket, share) -> without(bucket.throttled(quota.times(share), sentAt, now)));
    }

    private static Bucket.Reservation without(Bucket next) {
        return new Bucket.Reservation(next, List.of());
    }

    private Bucket.Reservation change(Api api, BiFunction<Bucket, Double, Bucket.Reservation> step) {
        try {
            BucketItem held = BucketItem.read(api, item(api));
            for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
                Bucket.Reservation reservation = step.apply(held.bucket(), held.share());
                Optional<BucketItem> winner = write(api, held, reservation.next());
                if (winner.isEmpty()) {
                    return reservation;
                }
                held = winner.get();
            }
        } catch (SdkException e) {
            throw new StorageUnavailableException(
                    "The quota table %s could not be used: %s".formatted(table, e.getMessage()), e);
        }
        throw new StorageUnavailableException(
                "The quota of %s in table %s was changed by others %d times in a row; run fewer workers at once."
                        .formatted(api.qualifiedName(), table, MAX_ATTEMPTS));
    }

    private Map<String, AttributeValue> item(Api api) {
        return client.getItem(request ->
                        request.tableName(table).key(BucketItem.key(api)).consistentRead(true))
                .item();
    }

    /// @return what somebody else wrote in between; empty when our write won
    private Optional<BucketItem> write(Api api, BucketItem held, Bucket next) {
        if (next.equals(held.bucket())) {
            return Optional.empty();
        }
        String condition = held.unwritten() ? "attribute_not_exists(#version)" : "#version = :seen";
        try {
            client.updateItem(request -> request.tableName(table)
                    .key(BucketItem.key(api))
                    .updateExpression(BucketItem.UPDATE)
                    .conditionExpression(condition)
                    .expressionAttributeNames(Attributes.namesIn(BucketItem.UPDATE, condition))
                    .expressionAttributeValues(held.values(next))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
        } catch (ConditionalCheckFailedException lost) {
            return Optional.of(BucketItem.read(api, lost.item()));
        }
    }
}
