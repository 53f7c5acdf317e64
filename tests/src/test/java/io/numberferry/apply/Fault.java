package io.numberferry.apply;

import io.numberferry.domain.Failure;
import java.time.Duration;
import java.util.Collections;

/// What a fake service does wrong with a call.
public sealed interface Fault {
    /// It refuses; nothing happens.
    record Refusal(Failure failure) implements Fault {}

    /// The call never arrives, and so nothing happens.
    record RequestLost() implements Fault {}

    /// The call takes effect, and its answer never comes back.
    record AnswerLost() implements Fault {}

    /// The call takes effect at once, and its answer comes so much later.
    record Late(Duration by) implements Fault {}

    /// Its sender gets no answer, and the call takes effect so much later.
    record Delayed(Duration by) implements Fault {}

    /// Nothing is done, and the caller's own code breaks at the answer.
    record Broken() implements Fault {}

    /// The call arrives twice; the first answer comes back.
    record Twice() implements Fault {}

    /// For once, nothing goes wrong.
    record Nothing() implements Fault {}

    static Fault refusal(Failure.Kind kind, String code) {
        return new Refusal(new Failure(kind, code, "refused"));
    }

    static Fault refusal(Failure.Kind kind, String code, String message) {
        return new Refusal(new Failure(kind, code, message));
    }

    /// So many requests in a row that never arrive.
    static Fault[] requestsLost(int times) {
        return Collections.nCopies(times, new RequestLost()).toArray(Fault[]::new);
    }

    static Fault throttled() {
        return refusal(Failure.Kind.THROTTLED, "ThrottlingException", "Rate exceeded");
    }

    static Fault denied() {
        return refusal(Failure.Kind.JOB, "AccessDeniedException", "not authorized");
    }
}
