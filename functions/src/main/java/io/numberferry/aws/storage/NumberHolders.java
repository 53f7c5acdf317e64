package io.numberferry.aws.storage;

import io.numberferry.apply.Journal.Holder;
import io.numberferry.apply.JournalUnavailableException;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.JobId;
import io.numberferry.domain.Lane;
import io.numberferry.domain.PhoneNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Which row has a number: an item of the journal's table for each number and lane, with the row that had it
/// last and a turn that each taking raises.
///
/// The item is not deleted when the row ends. Whether its row still has the number is seen from that row's own
/// item, which is stored before the number is taken: one that is gone or done has it no more. Between that look
/// and the taking over the turn must not have changed, or else everything is looked at again.
record NumberHolders(JournalTable table) {
    private static final String HOLDER_BATCH = "holderBatch";
    private static final String HOLDER_LINE = "holderLine";
    private static final String TURN = "turn";

    private static final String TAKE =
            "SET #holderBatch = :batch, #holderLine = :line, #expires = :expires ADD #turn :one";

    private static final String FREE_OR_MINE =
            "attribute_not_exists(#turn) OR (#holderBatch = :batch AND #holderLine = :line)";

    private static final String UNCHANGED = "#turn = :turn";

    /// Each further one means that the number changed hands during the last.
    private static final int MOST_LOOKS = 100;

    /// @param expires seconds since 1970
    /// @return the other row that has the number; empty when this one has it from now on
    Optional<Holder> hold(Holder mine, PhoneNumber number, long expires) {
        Map<String, AttributeValue> key = key(mine.batch().lane(), number);
        Map<String, AttributeValue> values = values(mine, expires);
        for (int look = 1; look <= MOST_LOOKS; look++) {
            if (table.update(key, TAKE, FREE_OR_MINE, values)) {
                return Optional.empty();
            }
            Map<String, AttributeValue> item = table.item(key);
            if (!item.isEmpty()) {
                Holder other = holder(item);
                if (JournalItem.isOpen(table.item(other.batch(), other.line()))) {
                    return Optional.of(other);
                }
                if (table.update(key, TAKE, UNCHANGED, seen(values, item))) {
                    return Optional.empty();
                }
            }
        }
        throw new JournalUnavailableException(
                "A number changed hands " + MOST_LOOKS + " times while a row wanted it.", new IllegalStateException());
    }

    private static Map<String, AttributeValue> key(Lane lane, PhoneNumber number) {
        return Map.of(
                JournalItem.BATCH, Attributes.text("number/" + lane.label() + "/" + number.e164()),
                JournalItem.LINE, Attributes.number(JournalItem.BATCH_LINE));
    }

    private static Map<String, AttributeValue> values(Holder mine, long expires) {
        return Map.of(
                ":batch", Attributes.text(mine.batch().key()),
                ":line", Attributes.number(mine.line()),
                ":expires", Attributes.number(expires),
                ":one", Attributes.number(1));
    }

    private static Map<String, AttributeValue> seen(
            Map<String, AttributeValue> values, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> more = new HashMap<>(values);
        more.put(":turn", Attributes.number(Attributes.whole(item, TURN)));
        return more;
    }

    private static Holder holder(Map<String, AttributeValue> item) {
        List<String> key = List.of(Attributes.text(item, HOLDER_BATCH).split("/", -1));
        BatchId batch = new BatchId(new JobId(key.get(0)), Lane.ofLabel(key.get(1)), Integer.parseInt(key.get(2)));
        return new Holder(batch, Math.toIntExact(Attributes.whole(item, HOLDER_LINE)));
    }
}
