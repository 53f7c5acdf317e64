package io.numberferry.domain;

import java.util.Optional;

/// A row that is finished before any write: rejected, a duplicate, or already as it should be.
///
/// @param item what the row asks for; empty when it did not parse
public record Settled(Row row, Optional<Item> item, Outcome outcome) {}
