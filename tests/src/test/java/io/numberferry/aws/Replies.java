package io.numberferry.aws;

import io.numberferry.domain.Failure;
import io.numberferry.domain.Reply;

/// Takes replies apart, for assertions.
public final class Replies {
    private Replies() {}

    public static <T> T value(Reply<T> reply) {
        return switch (reply) {
            case Reply.Ok<T>(T value) -> value;
            case Reply.Refused<T>(Failure failure) -> throw new AssertionError("refused: " + failure);
        };
    }

    public static <T> Failure failure(Reply<T> reply) {
        return switch (reply) {
            case Reply.Ok<T>(T value) -> throw new AssertionError("not refused: " + value);
            case Reply.Refused<T>(Failure failure) -> failure;
        };
    }
}
