package io.numberferry.aws.storage;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Counts of calls as flat number attributes of the batch's item, for example `connect:ClaimPhoneNumber
/// sent`.
final class CallCounters {
    private static final String SENT = " sent";
    private static final String THROTTLED = " throttled";
    private static final String RETRIED = " retried";

    private CallCounters() {}

    /// What is to be added, by attribute name; without the zeros, so possibly empty.
    static Map<String, Long> additions(Map<Api, CallCount> calls) {
        Map<String, Long> additions = new HashMap<>();
        calls.forEach((api, count) -> {
            additions.put(api.qualifiedName() + SENT, count.sent());
            additions.put(api.qualifiedName() + THROTTLED, count.throttled());
            additions.put(api.qualifiedName() + RETRIED, count.retried());
        });
        additions.values().removeIf(number -> number == 0);
        return additions;
    }

    static Map<Api, CallCount> read(Map<String, AttributeValue> item) {
        Map<Api, CallCount> calls = new EnumMap<>(Api.class);
        for (Api api : Api.values()) {
            String name = api.qualifiedName();
            CallCount count = new CallCount(
                    counter(item, name + SENT), counter(item, name + THROTTLED), counter(item, name + RETRIED));
            if (!count.equals(CallCount.NONE)) {
                calls.put(api, count);
            }
        }
        return calls;
    }

    private static long counter(Map<String, AttributeValue> item, String name) {
        return Attributes.optionalDigits(item, name).map(Long::parseLong).orElse(0L);
    }
}
