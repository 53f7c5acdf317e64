package io.numberferry.plan;

import io.numberferry.domain.Lane;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Settled;

/// What the plan decides about a row that parsed.
public sealed interface Planned {
    /// A worker of this lane has it to do.
    record ToDo(Lane lane, PlannedItem planned) implements Planned {}

    /// It is to do, and a dry run keeps it from being sent.
    ///
    /// @param settled what the report says instead
    record Held(PlannedItem planned, Settled settled) implements Planned {}

    /// Nothing is to be sent.
    record Done(Settled settled) implements Planned {}
}
