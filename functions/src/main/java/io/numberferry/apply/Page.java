package io.numberferry.apply;

import java.util.List;
import java.util.Optional;

/// One page of a list.
///
/// @param next the token that asks for the next page; empty on the last one. A page may be empty and not the
///     last
public record Page<T>(List<T> entries, Optional<String> next) {
    public Page {
        entries = List.copyOf(entries);
    }
}
