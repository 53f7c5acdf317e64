package io.numberferry.apply;

import io.numberferry.domain.BatchId;
import io.numberferry.domain.PlannedItem;
import java.util.List;

/// The rows that one worker is given.
///
/// @param items in input order, all of the batch's lane
public record Batch(BatchId id, List<PlannedItem> items) {
    public Batch {
        items = List.copyOf(items);
    }
}
