package io.numberferry.apply;

import io.numberferry.domain.BatchId;
import io.numberferry.domain.PlannedItem;
import java.util.List;

/// The rows that one worker is given.
///
/// @param items in input order, all of the batch's lane
/// @param caution what must hold for the lane to go on
public record Batch(BatchId id, List<PlannedItem> items, Caution caution) {
    public Batch {
        items = List.copyOf(items);
    }

    /// A batch whose lane goes on whatever happens.
    public Batch(BatchId id, List<PlannedItem> items) {
        this(id, items, Caution.none());
    }
}
