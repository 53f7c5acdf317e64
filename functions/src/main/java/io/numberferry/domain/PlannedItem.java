package io.numberferry.domain;

import java.util.Optional;
import java.util.OptionalInt;

/// An item with all that the plan found out about it: what a worker is given.
///
/// @param row the row it came from, for the report
/// @param standing the live state when the plan was made
/// @param flowId the id of the flow that the item names, looked up on the target instance; empty when it
///     names none
/// @param after the line of the earlier row on the same number that must end well first; empty for none
public record PlannedItem(Row row, Item item, Standing standing, Optional<String> flowId, OptionalInt after) {
    public int line() {
        return row.line();
    }

    public PhoneNumber number() {
        return item.number();
    }

    public Operation operation() {
        return item.operation();
    }

    /// The same with the number standing elsewhere.
    public PlannedItem with(Standing other) {
        return new PlannedItem(row, item, other, flowId, after);
    }

    /// The state that was found, in words, with the details that the item is about; empty where it was not read. This
    /// is the report's `before`.
    public String before() {
        String words = standing.words();
        return operation() instanceof Operation.ChangeDetails change
                ? onConnect()
                        .map(held -> (words + " " + change.wordsOf(held)).strip())
                        .orElse(words)
                : words;
    }

    /// Where the number stands in Connect, or will stand when the earlier rows on it have ended well; empty where that
    /// is not known.
    public Optional<Standing.OnConnect> onConnect() {
        return switch (standing) {
            case Standing.OnConnect held -> Optional.of(held);
            case Standing.Foreseen(Standing.OnConnect then) -> Optional.of(then);
            case Standing.NotRead _, Standing.Absent _, Standing.Foreseen _, Standing.OnChime _ -> Optional.empty();
        };
    }

    /// The same with the tags that its number had when its turn came.
    public PlannedItem tagged(Tags tags) {
        return switch (standing) {
            case Standing.OnConnect held -> with(held.tagged(tags));
            case Standing.Foreseen(Standing.OnConnect then) -> with(new Standing.Foreseen(then.tagged(tags)));
            case Standing.NotRead _, Standing.Absent _, Standing.Foreseen _, Standing.OnChime _ -> this;
        };
    }

    /// Connect's identifiers, when the inventory or the row told them.
    public Optional<NumberId> numberId() {
        return standing instanceof Standing.OnConnect held
                ? Optional.of(held.number())
                : operation().givenId().map(NumberId::of);
    }
}
