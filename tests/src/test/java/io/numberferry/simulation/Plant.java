package io.numberferry.simulation;

import io.numberferry.apply.ConnectNumbers;
import io.numberferry.apply.Journal;
import io.numberferry.domain.BatchId;
import java.util.List;
import java.util.Set;

/// A bug that is planted between the product and what it works with.
interface Plant {
    Plant NONE = new Plant() {};

    /// The journal as workers see it.
    default Journal journal(Journal real) {
        return real;
    }

    /// The table behind what the witness sees.
    default Journal table(Journal real) {
        return real;
    }

    /// The journal as the report sees it.
    ///
    /// @param succeeded the batches whose child workflows succeeded
    default Journal reported(Journal real, Set<BatchId> succeeded) {
        return real;
    }

    /// The batches that a closing settles.
    default List<List<BatchId>> settled(List<List<BatchId>> real) {
        return real;
    }

    default ConnectNumbers connect(ConnectNumbers real) {
        return real;
    }
}
