package io.numberferry.apply;

import io.numberferry.domain.AllowList;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.PlannedItem;
import java.util.List;

/// The rows that one worker is given.
///
/// @param items in input order, all of the batch's lane
/// @param caution what must hold for the lane to go on
/// @param allowed what may be used, whatever the plan says
public record Batch(BatchId id, List<PlannedItem> items, Caution caution, AllowList allowed) {
    public Batch {
        items = List.copyOf(items);
    }

    /// A batch that may use everything that its plan says.
    public Batch(BatchId id, List<PlannedItem> items, Caution caution) {
        this(id, items, caution, AllowList.ofEverything());
    }

    /// The same, and its lane goes on whatever happens.
    public Batch(BatchId id, List<PlannedItem> items) {
        this(id, items, Caution.none());
    }
}
