package io.numberferry.plan;

import io.numberferry.domain.AllowList;
import io.numberferry.domain.Item;
import io.numberferry.domain.Lane;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Row;
import io.numberferry.domain.Settled;
import io.numberferry.domain.Standing;
import java.util.Optional;
import java.util.OptionalInt;

/// Decides, item by item, what is left to do. Pure: everything it knows was read before.
///
/// @param region the Region of the functions, and so of every call
/// @param allowed where numbers may be taken from
public record Planner(String region, Inventory inventory, Targets targets, Flows flows, AllowList allowed) {

    /// Without limits to where numbers may be taken from.
    public Planner(String region, Inventory inventory, Targets targets, Flows flows) {
        this(region, inventory, targets, flows, AllowList.ofEverything());
    }

    /// The earlier row on the same number, which is still to be done.
    ///
    /// @param leaves where the number will stand then
    public record Earlier(int line, Standing leaves) {}

    /// Plans one item.
    ///
    /// @param earlier the row before it on the same number; then the inventory is out of date by the time this
    ///     row's turn comes, so nothing is settled by it
    public Planned plan(Row row, Item item, Optional<Earlier> earlier) {
        Operation operation = item.operation();
        Standing standing =
                earlier.map(Earlier::leaves).orElseGet(() -> inventory.of(operation.service(), item.number()));
        OptionalInt after = earlier.stream().mapToInt(Earlier::line).findFirst();
        FlowChoice flow = FlowChoice.of(operation, flows);
        Optional<Outcome> impossible = targets.missing(operation).or(flow::refusal);
        if (impossible.isPresent()) {
            return settled(row, item, standing, impossible.get());
        }
        PlannedItem planned = new PlannedItem(row, item, standing, flow.flowId(), after);
        return Settlement.of(planned)
                .or(() -> allowed.refusal(planned).map(reason -> Outcome.of(Reason.TARGET_NOT_ALLOWED, reason)))
                .or(() -> targets.notReady(operation))
                .map(outcome -> settled(row, item, standing, outcome))
                .orElseGet(() -> new Planned.ToDo(new Lane(operation.service(), region), planned));
    }

    private static Planned settled(Row row, Item item, Standing standing, Outcome outcome) {
        Optional<NumberId> number =
                standing instanceof Standing.OnConnect held ? Optional.of(held.number()) : Optional.empty();
        Outcome complete = outcome.from(standing.words()).withNumber(number);
        return new Planned.Done(new Settled(row, Optional.of(item), complete));
    }
}
