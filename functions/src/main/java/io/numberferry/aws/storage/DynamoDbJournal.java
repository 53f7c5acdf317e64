package io.numberferry.aws.storage;

import io.numberferry.apply.Journal;
import io.numberferry.domain.Api;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.CallSeries;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Tags;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The journal in one DynamoDB table: partition key `batch` (text), sort key `line` (number), time to live
/// `expires`. A batch's own item has line 0, and what [SeriesItem] says of its workers lines below. Who has a
/// number is in an item of its own: [NumberHolders].
///
/// Every promise rests on conditional writes; no clock takes part in them but for the expiry, which is far
/// away. A write whose answer was lost may be repeated by the client: it then finds what it wrote, and counts
/// as written. Only a count of calls may be added twice then.
public final class DynamoDbJournal implements Journal {
    /// The row is not done and no later worker has it.
    private static final String OPEN_TO_LEASE =
            "#state IN (:intent, :accepted)" + " AND (#epoch < :epoch OR (#epoch = :epoch AND #owner = :owner))";

    /// Nobody began the row, or its entry only waits to be deleted.
    private static final String NO_ENTRY = "attribute_not_exists(#line) OR #expires <= :now";

    private static final String NEW_REQUEST = NO_ENTRY + " OR (#generation < :generation AND " + OPEN_TO_LEASE + ")";

    private static final String SAME_REQUEST = OPEN_TO_LEASE + " AND #generation >= :generation AND #expires > :now";

    private static final String HELD_UNDER_LEASE =
            "#state IN (:intent, :accepted) AND #epoch = :epoch AND #owner = :owner";

    private static final String INTENDED_UNDER_LEASE =
            "#state = :intent AND #epoch = :epoch AND #owner = :owner AND attribute_not_exists(#numberId)";

    private final JournalTable table;
    private final InstantSource clock;

    /// @param clock tells what has expired; an error of hours does no harm
    public DynamoDbJournal(DynamoDbClient client, String table, InstantSource clock) {
        this.table = new JournalTable(client, table);
        this.clock = clock;
    }

    @Override
    public Lease take(BatchId batch, String owner) {
        String update = "SET #owner = :owner, #expires = :expires ADD #epoch :one";
        Map<String, AttributeValue> values = Map.of(
                ":owner", Attributes.text(owner),
                ":expires", Attributes.number(expires()),
                ":one", Attributes.number(1));
        var taken = table.change(
                JournalItem.key(batch, JournalItem.BATCH_LINE), update, Attributes.namesIn(update), values);
        return new Lease(batch, owner, Attributes.whole(taken, JournalItem.EPOCH));
    }

    @Override
    public List<Entry> read(BatchId batch) {
        return table.rows(batch, now(), JournalItem::read);
    }

    @Override
    public boolean intend(Lease lease, Entry entry) {
        if (entry.state() != State.INTENT) {
            throw new IllegalArgumentException("a row is intended in state INTENT, not " + entry.state());
        }
        return begin(lease, entry) || resume(lease, entry);
    }

    private boolean begin(Lease lease, Entry entry) {
        Map<String, AttributeValue> values = openTo(lease);
        values.put(":generation", Attributes.number(entry.generation()));
        values.put(":now", Attributes.number(now()));
        return table.put(JournalItem.intent(lease, entry, expires()), NEW_REQUEST, values);
    }

    /// Takes over a request that may have been sent: token, hash, generation and number stay as they were
    /// stored.
    private boolean resume(Lease lease, Entry entry) {
        Map<String, AttributeValue> values = openTo(lease);
        values.put(":generation", Attributes.number(entry.generation()));
        values.put(":now", Attributes.number(now()));
        values.put(":expires", Attributes.number(expires()));
        String update = "SET #state = :intent, #epoch = :epoch, #owner = :owner, #expires = :expires";
        return table.update(JournalItem.key(lease.batch(), entry.line()), update, SAME_REQUEST, values);
    }

    /// A deletion whose answer was lost and that is repeated finds nothing, and says so; no one acts on that.
    @Override
    public boolean withdraw(Lease lease, int line) {
        Map<String, AttributeValue> values = Map.of(
                ":epoch", Attributes.number(lease.epoch()),
                ":owner", Attributes.text(lease.owner()),
                ":intent", Attributes.text(State.INTENT.name()));
        return table.delete(JournalItem.key(lease.batch(), line), INTENDED_UNDER_LEASE, values);
    }

    @Override
    public Optional<Holder> hold(Lease lease, int line, PhoneNumber number) {
        return new NumberHolders(table).hold(new Holder(lease.batch(), line), number, expires());
    }

    @Override
    public boolean accepted(Lease lease, int line, NumberId number) {
        return moved(lease, line, State.ACCEPTED, JournalItem.number(number));
    }

    @Override
    public boolean tagsBefore(Lease lease, int line, Tags tags) {
        return moved(lease, line, State.INTENT, JournalItem.tagsBefore(tags));
    }

    @Override
    public boolean finish(Lease lease, int line, Outcome outcome) {
        return moved(lease, line, State.DONE, OutcomeAttributes.of(outcome)) || endedSo(lease, line, outcome);
    }

    /// Sets the state and some more attributes of a row that is held under the lease.
    private boolean moved(Lease lease, int line, State state, Map<String, AttributeValue> more) {
        Map<String, AttributeValue> values = openTo(lease);
        values.put(":to", Attributes.text(state.name()));
        values.put(":expires", Attributes.number(expires()));
        StringJoiner update = new StringJoiner(", ", "SET #state = :to, #expires = :expires, ", "");
        more.forEach((name, value) -> {
            update.add("#%s = :%s".formatted(name, name));
            values.put(":" + name, value);
        });
        return table.update(JournalItem.key(lease.batch(), line), update.toString(), HELD_UNDER_LEASE, values);
    }

    @Override
    public boolean skip(Lease lease, int line, Outcome outcome) {
        Map<String, AttributeValue> item = JournalItem.skipped(lease, line, outcome, expires());
        return table.put(item, NO_ENTRY, Map.of(":now", Attributes.number(now()))) || endedSo(lease, line, outcome);
    }

    /// Tells whether an earlier try of the same write had arrived after all.
    private boolean endedSo(Lease lease, int line, Outcome outcome) {
        Map<String, AttributeValue> item = table.item(lease.batch(), line);
        return !item.isEmpty()
                && JournalItem.writtenUnder(lease, item)
                && JournalItem.read(item).outcome().filter(outcome::equals).isPresent();
    }

    @Override
    public void addCalls(Lease lease, Map<Api, CallCount> calls) {
        StringJoiner update = new StringJoiner(", ", "SET #expires = :expires ADD ", "");
        Map<String, String> names = new HashMap<>(Map.of("#expires", JournalItem.EXPIRES));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":expires", Attributes.number(expires())));
        CallCounters.additions(calls).forEach((name, number) -> {
            int at = names.size();
            update.add("#c%d :c%d".formatted(at, at));
            names.put("#c" + at, name);
            values.put(":c" + at, Attributes.number(number));
        });
        if (names.size() > 1) {
            table.change(JournalItem.key(lease.batch(), JournalItem.BATCH_LINE), update.toString(), names, values);
        }
    }

    @Override
    public Map<Api, CallCount> calls(BatchId batch) {
        Map<String, AttributeValue> item = table.item(batch, JournalItem.BATCH_LINE);
        boolean expired = !item.isEmpty() && Attributes.whole(item, JournalItem.EXPIRES) <= now();
        return expired ? Map.of() : CallCounters.read(item);
    }

    @Override
    public void addSeries(Lease lease, Map<Api, CallSeries> series) {
        if (!series.isEmpty()) {
            table.write(SeriesItem.of(lease, series, expires()));
        }
    }

    @Override
    public Map<Api, CallSeries> series(BatchId batch) {
        Map<Api, CallSeries> all = new EnumMap<>(Api.class);
        table.series(batch, now(), SeriesItem::read)
                .forEach(one -> one.forEach((api, calls) -> all.merge(api, calls, CallSeries::plus)));
        return all;
    }

    /// The values of the conditions on a row's state and holder.
    private static Map<String, AttributeValue> openTo(Lease lease) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":epoch", Attributes.number(lease.epoch()));
        values.put(":owner", Attributes.text(lease.owner()));
        values.put(":intent", Attributes.text(State.INTENT.name()));
        values.put(":accepted", Attributes.text(State.ACCEPTED.name()));
        return values;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private long expires() {
        return JournalTable.expiry(clock.instant());
    }
}
