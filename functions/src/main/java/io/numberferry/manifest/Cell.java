package io.numberferry.manifest;

import io.numberferry.domain.Reason;
import java.util.List;

/// What one filled cell says.
sealed interface Cell<T> {

    /// @param notes what was changed or noticed while reading, one sentence each
    record Read<T>(T value, List<String> notes) implements Cell<T> {}

    /// @param reason what is wrong, a clause without a full stop
    /// @param advice what to do about it, whole sentences
    record Refused<T>(Reason code, String reason, String advice) implements Cell<T> {
        <R> Refused<R> as() {
            return new Refused<>(code, reason, advice);
        }
    }

    static <T> Cell<T> of(T value) {
        return new Read<>(value, List.of());
    }

    static <T> Cell<T> refused(Reason code, String reason) {
        return new Refused<>(code, reason, code.advice());
    }

    static <T> Cell<T> refused(Reason code, String reason, String advice) {
        return new Refused<>(code, reason, advice);
    }
}
