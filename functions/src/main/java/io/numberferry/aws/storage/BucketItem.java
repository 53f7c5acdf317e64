package io.numberferry.aws.storage;

import io.numberferry.domain.Api;
import io.numberferry.throttle.Bucket;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A bucket as it was read from the quota table.
///
/// @param version counted from 1, raised by each write; 0 when no worker has written yet
/// @param share the part of the quota that an operator allows; 1 when none is set
record BucketItem(Bucket bucket, long version, double share) {
    /// Leaves `share` alone: only people write it.
    static final String UPDATE =
            "SET #version = :next, #fullAt = :fullAt, #factor = :factor, #adjustedAt = :adjustedAt";

    static Map<String, AttributeValue> key(Api api) {
        return Map.of("api", Attributes.text(api.qualifiedName()));
    }

    /// @param item empty when there is none
    /// @throws StorageUnavailableException when somebody set a share that is none: steps are retried until
    ///     it is mended
    static BucketItem read(Api api, Map<String, AttributeValue> item) {
        return item.containsKey("version")
                ? new BucketItem(bucket(item), Attributes.whole(item, "version"), share(api, item))
                : new BucketItem(Bucket.full(), 0, share(api, item));
    }

    private static double share(Api api, Map<String, AttributeValue> item) {
        if (!item.containsKey("share")) {
            return 1;
        }
        double share = Attributes.optionalDigits(item, "share")
                .map(Double::parseDouble)
                .orElse(Double.NaN);
        if (!(share > 0 && share <= 1)) {
            throw new StorageUnavailableException(
                    "The share of %s in the quota table must be a number more than 0 and at most 1; it is %s."
                            .formatted(api.qualifiedName(), item.get("share")));
        }
        return share;
    }

    private static Bucket bucket(Map<String, AttributeValue> item) {
        return new Bucket(
                Attributes.instant(item, "fullAt"),
                Double.parseDouble(Attributes.digits(item, "factor")),
                Attributes.instant(item, "adjustedAt"));
    }

    boolean unwritten() {
        return version == 0;
    }

    /// The values of [#UPDATE], and `:seen` for a condition on the version where there was one.
    Map<String, AttributeValue> values(Bucket next) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":next", Attributes.number(version + 1));
        values.put(":fullAt", Attributes.text(next.fullAt().toString()));
        values.put(":factor", Attributes.number(next.factor()));
        values.put(":adjustedAt", Attributes.text(next.adjustedAt().toString()));
        if (!unwritten()) {
            values.put(":seen", Attributes.number(version));
        }
        return values;
    }
}
