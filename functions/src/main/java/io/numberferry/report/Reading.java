package io.numberferry.report;

import io.numberferry.domain.Operation;
import java.util.List;
import java.util.Optional;

/// How a manifest reads a row that we write. What is written is read back first, so that it asks for what is meant.
public interface Reading {
    /// @param cells of the columns that [WrittenRow.Column] names, in their order
    /// @return empty for a row that is rejected
    Optional<Operation> of(List<String> cells);
}
