package io.numberferry.apply;

import io.numberferry.domain.Failure;

/// What a fake service does wrong with a call.
sealed interface Fault {
    /// It refuses; nothing happens.
    record Refusal(Failure failure) implements Fault {}

    /// The call never arrives, and so nothing happens.
    record RequestLost() implements Fault {}

    /// The call takes effect, and its answer never comes back.
    record AnswerLost() implements Fault {}

    /// For once, nothing goes wrong.
    record Nothing() implements Fault {}

    static Fault refusal(Failure.Kind kind, String code) {
        return new Refusal(new Failure(kind, code, "refused"));
    }

    static Fault refusal(Failure.Kind kind, String code, String message) {
        return new Refusal(new Failure(kind, code, message));
    }

    static Fault throttled() {
        return refusal(Failure.Kind.THROTTLED, "ThrottlingException", "Rate exceeded");
    }

    static Fault denied() {
        return refusal(Failure.Kind.JOB, "AccessDeniedException", "not authorized");
    }
}
