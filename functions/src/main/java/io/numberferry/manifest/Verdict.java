package io.numberferry.manifest;

import java.util.OptionalInt;

/// What the other rows of a file mean for one of its items. Lines are 1-based.
public sealed interface Verdict {

    /// The item is to be carried out.
    ///
    /// @param after the line of the last earlier row on the same number and service, which must end well
    ///     first; empty when there is none
    record Fresh(OptionalInt after) implements Verdict {}

    /// The item asks for the same as an earlier one.
    record DuplicateOf(int line) implements Verdict {}

    /// The item contradicts another one, earlier or later. Neither may be carried out.
    record ConflictsWith(int line) implements Verdict {}
}
