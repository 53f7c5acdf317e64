package io.numberferry.domain;

import java.util.List;

/// A row that parsed. Its identity is the job's id and the line.
///
/// @param line the row's 1-based line
/// @param notes what was changed or noticed while reading, one sentence each, for the report
public record Item(int line, PhoneNumber number, Operation operation, List<String> notes) {
    public Item {
        notes = List.copyOf(notes);
    }
}
