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
import java.util.List;
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

    /// The earlier rows on the same number, which are still to be done.
    ///
    /// @param line of the last of them
    /// @param stages where the number stands now, and then after each of them
    public record Earlier(int line, List<Standing> stages) {
        public Earlier {
            stages = List.copyOf(stages);
        }
    }

    /// Plans one item. What is so already needs no target that is ready, and no flow that can be rung.
    ///
    /// @param earlier the rows before it on the same number; then the inventory is out of date by the time this
    ///     row's turn comes, so nothing is settled but what is so all along, however far they come
    public Planned plan(Row row, Item item, Optional<Earlier> earlier) {
        Operation operation = item.operation();
        List<Standing> stages =
                earlier.map(Earlier::stages).orElseGet(() -> List.of(inventory.of(operation.service(), item.number())));
        OptionalInt after = earlier.stream().mapToInt(Earlier::line).findFirst();
        FlowChoice flow = FlowChoice.of(operation, flows);
        PlannedItem planned = new PlannedItem(row, item, stages.getLast(), flow.flowId(), after);
        return targets.missing(operation)
                .or(() -> Settlement.alreadySo(planned, stages))
                .or(flow::refusal)
                .or(() -> Settlement.of(planned))
                .or(() -> allowed.refusal(planned).map(reason -> Outcome.of(Reason.TARGET_NOT_ALLOWED, reason)))
                .or(() -> targets.notReady(operation))
                .map(outcome -> settled(planned.with(stages.getFirst()), outcome))
                .orElseGet(() -> new Planned.ToDo(new Lane(operation.service(), region), planned));
    }

    private static Planned settled(PlannedItem planned, Outcome outcome) {
        Optional<NumberId> number =
                planned.standing() instanceof Standing.OnConnect held ? Optional.of(held.number()) : Optional.empty();
        Outcome complete = outcome.from(planned.before()).withNumber(number);
        return new Planned.Done(new Settled(planned.row(), Optional.of(planned.item()), complete));
    }
}
