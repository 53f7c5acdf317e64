package io.numberferry.domain;

/// How many numbers an instance may hold, as far as it was told.
public sealed interface NumberLimit {

    record Known(long numbers) implements NumberLimit {}

    /// @param why in words for people
    record Unread(String why) implements NumberLimit {}
}
