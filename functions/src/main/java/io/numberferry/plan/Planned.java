package io.numberferry.plan;

import io.numberferry.domain.Lane;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Settled;
import java.util.Optional;

/// What the plan decides about a row that parsed.
public sealed interface Planned {
    /// The item, when there is something to do about it, now or without the dry run.
    default Optional<PlannedItem> open() {
        return switch (this) {
            case ToDo(Lane _, PlannedItem planned) -> Optional.of(planned);
            case Held(PlannedItem planned, Settled _) -> Optional.of(planned);
            case Done _ -> Optional.empty();
        };
    }

    /// A worker of this lane has it to do.
    record ToDo(Lane lane, PlannedItem planned) implements Planned {}

    /// It is to do, and a dry run keeps it from being sent.
    ///
    /// @param settled what the report says instead
    record Held(PlannedItem planned, Settled settled) implements Planned {}

    /// Nothing is to be sent.
    record Done(Settled settled) implements Planned {}
}
