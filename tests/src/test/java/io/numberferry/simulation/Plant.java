package io.numberferry.simulation;

import io.numberferry.apply.Closings;
import io.numberferry.apply.ConnectNumbers;
import io.numberferry.apply.Journal;
import io.numberferry.domain.BatchId;
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

    /// The journal as a closing sees it.
    default Journal closed(Journal real) {
        return real;
    }

    /// What is known of closings.
    default Closings closings(Closings real) {
        return real;
    }

    default ConnectNumbers connect(ConnectNumbers real) {
        return real;
    }
}
