package io.numberferry.plan;

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
public record Planner(String region, Inventory inventory, Flows flows) {

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
        Optional<String> flowId = operation
                .flowInstanceId()
                .flatMap(at -> flows.find(at, operation.wantedFlow().orElseThrow()));
        if (operation.wantedFlow().isPresent() && flowId.isEmpty()) {
            return settled(row, item, standing, flowMissing(operation));
        }
        PlannedItem planned = new PlannedItem(row, item, standing, flowId, after);
        return Settlement.of(planned)
                .map(outcome -> settled(row, item, standing, outcome))
                .orElseGet(() -> new Planned.ToDo(new Lane(operation.service(), region), planned));
    }

    private static Planned settled(Row row, Item item, Standing standing, Outcome outcome) {
        Optional<NumberId> number =
                standing instanceof Standing.OnConnect held ? Optional.of(held.number()) : Optional.empty();
        Outcome complete = outcome.from(standing.words()).withNumber(number);
        return new Planned.Done(new Settled(row, Optional.of(item), complete));
    }

    private static Outcome flowMissing(Operation operation) {
        String wanted = operation.wantedFlow().orElseThrow().text();
        return operation
                .flowInstanceId()
                .map(at -> Outcome.of(
                        Reason.FLOW_NOT_FOUND,
                        "instance " + at + " has no flow " + wanted + ", or several of that name"))
                .orElseGet(() -> Outcome.of(
                                Reason.INVALID_FLOW,
                                "a traffic distribution group has no flows of its own, so " + wanted + " names none")
                        .advising("Give the flow by its ARN, which names the instance."));
    }
}
