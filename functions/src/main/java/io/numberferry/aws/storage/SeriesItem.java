package io.numberferry.aws.storage;

import io.numberferry.apply.Journal.Lease;
import io.numberferry.domain.Api;
import io.numberferry.domain.CallSeries;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// When a worker sent its calls, as an item of the journal's table: one for each taking of a batch, so that
/// no item grows. Its line is the epoch with a minus, which no row has.
final class SeriesItem {
    private SeriesItem() {}

    static Map<String, AttributeValue> of(Lease lease, Map<Api, CallSeries> series, long expires) {
        Map<String, AttributeValue> item =
                new TreeMap<>(JournalItem.key(lease.batch(), Math.toIntExact(-lease.epoch())));
        item.put(JournalItem.OWNER, Attributes.text(lease.owner()));
        item.put(JournalItem.EPOCH, Attributes.number(lease.epoch()));
        item.put(JournalItem.EXPIRES, Attributes.number(expires));
        series.forEach((api, calls) -> item.put(api.qualifiedName(), Attributes.text(SeriesText.of(calls))));
        return item;
    }

    static Map<Api, CallSeries> read(Map<String, AttributeValue> item) {
        Map<Api, CallSeries> series = new EnumMap<>(Api.class);
        for (Api api : Api.values()) {
            Attributes.optionalText(item, api.qualifiedName())
                    .ifPresent(text -> series.put(api, SeriesText.parse(text)));
        }
        return series;
    }
}
