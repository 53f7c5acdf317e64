package io.numberferry.domain;

import java.util.function.Function;

/// How one call ended: with a value or with a failure. Never an exception.
public sealed interface Reply<T> {
    record Ok<T>(T value) implements Reply<T> {}

    record Refused<T>(Failure failure) implements Reply<T> {}

    static <T> Reply<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Reply<T> refused(Failure.Kind kind, String code, String message) {
        return new Refused<>(new Failure(kind, code, message));
    }

    /// The same ending with the value changed; a failure stays as it is.
    default <R> Reply<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Ok<T>(T value) -> new Ok<>(change.apply(value));
            case Refused<T>(Failure failure) -> new Refused<>(failure);
        };
    }
}
