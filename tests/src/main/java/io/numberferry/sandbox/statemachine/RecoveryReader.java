package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.sandbox.statemachine.Amount.Range;
import io.numberferry.sandbox.statemachine.Recovery.Catcher;
import io.numberferry.sandbox.statemachine.Recovery.JitterStrategy;
import io.numberferry.sandbox.statemachine.Recovery.Retrier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `Retry` and `Catch`. Their numbers cannot be expressions. Ranges and defaults are those of the
/// Developer Guide's page on error handling.
final class RecoveryReader {
    private static final List<String> RETRIER = List.of(
            "Comment",
            "ErrorEquals",
            "IntervalSeconds",
            "MaxAttempts",
            "BackoffRate",
            "MaxDelaySeconds",
            "JitterStrategy");
    private static final List<String> CATCHER = List.of("Comment", "ErrorEquals", "Next", "Assign", "Output");
    private static final Range ATTEMPTS = Range.whole(0, 99_999_999);
    private static final Range SECONDS = Range.whole(1, 99_999_999);
    private static final Range BACKOFF = Range.fractional(1, 99_999_999);
    /// Below one year.
    private static final Range DELAY = Range.whole(1, 31_622_399);

    private RecoveryReader() {}

    static Recovery read(Fields fields) {
        return new Recovery(
                objects(fields, "Retry").stream().map(RecoveryReader::retrier).toList(),
                objects(fields, "Catch").stream().map(RecoveryReader::catcher).toList());
    }

    private static List<Fields> objects(Fields fields, String field) {
        if (fields.optional(field).isEmpty()) {
            return List.of();
        }
        List<Fields> objects = fields.objects(field);
        List<String> seen = new ArrayList<>();
        for (Fields object : objects) {
            if (seen.contains(ErrorNames.ALL)) {
                throw fields.refusal(field, "names States.ALL before its last element, which would never be reached");
            }
            seen.addAll(object.texts("ErrorEquals"));
        }
        return objects;
    }

    private static Retrier retrier(Fields fields) {
        fields.only("Retry", RETRIER);
        long interval = number(fields, "IntervalSeconds", SECONDS)
                .map(JsonNode::longValue)
                .orElse(1L);
        Optional<Duration> maxDelay = number(fields, "MaxDelaySeconds", DELAY)
                .map(JsonNode::longValue)
                .map(Duration::ofSeconds);
        if (maxDelay.isPresent() && maxDelay.get().toSeconds() <= interval) {
            throw fields.refusal("MaxDelaySeconds", "must be more than IntervalSeconds, which is " + interval);
        }
        return new Retrier(
                errors(fields),
                number(fields, "MaxAttempts", ATTEMPTS).map(JsonNode::intValue).orElse(3),
                Duration.ofSeconds(interval),
                number(fields, "BackoffRate", BACKOFF)
                        .map(JsonNode::doubleValue)
                        .orElse(2.0),
                maxDelay,
                jitter(fields));
    }

    private static Optional<JsonNode> number(Fields fields, String field, Range range) {
        return fields.number(field, range);
    }

    private static JitterStrategy jitter(Fields fields) {
        return fields.optional("JitterStrategy").isEmpty()
                ? JitterStrategy.NONE
                : JitterStrategy.valueOf(fields.word("JitterStrategy", List.of("FULL", "NONE")));
    }

    private static Catcher catcher(Fields fields) {
        fields.only("Catch", CATCHER);
        return new Catcher(errors(fields), EffectsReader.read(fields, StatesFields.ERROR_OUTPUT), fields.text("Next"));
    }

    private static List<String> errors(Fields fields) {
        List<String> names = fields.texts("ErrorEquals");
        if (names.contains(ErrorNames.ALL) && names.size() > 1) {
            throw fields.refusal("ErrorEquals", "names States.ALL and more; it must stand alone");
        }
        for (String name : names) {
            if (name.startsWith("States.") && !ErrorNames.KNOWN.contains(name)) {
                throw fields.refusal(
                        "ErrorEquals",
                        "names " + name + ", which is no error of the States Language; its errors are "
                                + String.join(", ", ErrorNames.KNOWN));
            }
        }
        return names;
    }
}
