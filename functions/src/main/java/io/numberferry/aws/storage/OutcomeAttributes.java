package io.numberferry.aws.storage;

import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An outcome as flat attributes of the row's item in the journal.
final class OutcomeAttributes {
    private OutcomeAttributes() {}

    static Map<String, AttributeValue> of(Outcome outcome) {
        Map<String, AttributeValue> item = new TreeMap<>();
        item.put("reason", Attributes.text(outcome.reason().name()));
        item.put("message", Attributes.text(outcome.message()));
        item.put("advice", Attributes.text(outcome.advice()));
        item.put("attempts", Attributes.number(outcome.attempts()));
        item.put("before", Attributes.text(outcome.before()));
        item.put("after", Attributes.text(outcome.after()));
        outcome.service().ifPresent(error -> {
            item.put("serviceCode", Attributes.text(error.code()));
            item.put("serviceText", Attributes.text(error.text()));
        });
        outcome.number().ifPresent(number -> {
            item.put("outcomeNumberId", Attributes.text(number.id()));
            item.put("outcomeNumberArn", Attributes.text(number.arn()));
        });
        return item;
    }

    static Outcome read(Map<String, AttributeValue> item) {
        return new Outcome(
                Reason.valueOf(Attributes.text(item, "reason")),
                Attributes.text(item, "message"),
                Attributes.text(item, "advice"),
                service(item),
                number(item),
                Math.toIntExact(Attributes.whole(item, "attempts")),
                Attributes.text(item, "before"),
                Attributes.text(item, "after"));
    }

    private static Optional<Outcome.ServiceError> service(Map<String, AttributeValue> item) {
        return Attributes.optionalText(item, "serviceCode")
                .map(code -> new Outcome.ServiceError(code, Attributes.text(item, "serviceText")));
    }

    private static Optional<NumberId> number(Map<String, AttributeValue> item) {
        return Attributes.optionalText(item, "outcomeNumberId")
                .map(id -> new NumberId(id, Attributes.text(item, "outcomeNumberArn")));
    }
}
