package io.numberferry.plan;

import io.numberferry.domain.Lane;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Settled;

/// What the plan decides about a row that parsed.
public sealed interface Planned {
    /// A worker of this lane has it to do.
    record ToDo(Lane lane, PlannedItem planned) implements Planned {}

    /// Nothing is to be sent.
    record Done(Settled settled) implements Planned {}
}
