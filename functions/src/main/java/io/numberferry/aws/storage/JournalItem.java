package io.numberferry.aws.storage;

import io.numberferry.apply.Journal.Entry;
import io.numberferry.apply.Journal.Lease;
import io.numberferry.apply.Journal.State;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Tags;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A row of a batch as an item of the journal's table. Line 0 is the batch's own item.
final class JournalItem {
    static final String BATCH = "batch";
    static final String LINE = "line";
    static final String OWNER = "owner";
    static final String EPOCH = "epoch";
    /// Seconds since 1970: the table's time-to-live attribute.
    static final String EXPIRES = "expires";

    static final int BATCH_LINE = 0;

    private static final String STATE = "state";
    private static final String TOKEN = "token";
    private static final String HASH = "parametersHash";
    private static final String GENERATION = "generation";
    private static final String EARLIER_FAILURE = "earlierFailure";
    private static final String TAGS_BEFORE = "tagsBefore";
    private static final String NUMBER_ID = "numberId";
    private static final String NUMBER_ARN = "numberArn";

    private JournalItem() {}

    static Map<String, AttributeValue> key(BatchId batch, int line) {
        return Map.of(BATCH, Attributes.text(batch.key()), LINE, Attributes.number(line));
    }

    static Map<String, AttributeValue> intent(Lease lease, Entry entry, long expires) {
        Map<String, AttributeValue> item = written(lease, entry.line(), State.INTENT, expires);
        item.put(TOKEN, Attributes.text(entry.token().orElseThrow().value()));
        item.put(HASH, Attributes.text(entry.parametersHash()));
        item.put(GENERATION, Attributes.number(entry.generation()));
        entry.number().ifPresent(number -> item.putAll(number(number)));
        if (!entry.earlierFailure().isEmpty()) {
            item.put(EARLIER_FAILURE, Attributes.text(entry.earlierFailure()));
        }
        return item;
    }

    /// A row that was never sent has an outcome, and nothing that belongs to a request.
    static Map<String, AttributeValue> skipped(Lease lease, int line, Outcome outcome, long expires) {
        Map<String, AttributeValue> item = written(lease, line, State.DONE, expires);
        item.putAll(OutcomeAttributes.of(outcome));
        return item;
    }

    private static Map<String, AttributeValue> written(Lease lease, int line, State state, long expires) {
        Map<String, AttributeValue> item = new TreeMap<>(key(lease.batch(), line));
        item.put(STATE, Attributes.text(state.name()));
        item.put(OWNER, Attributes.text(lease.owner()));
        item.put(EPOCH, Attributes.number(lease.epoch()));
        item.put(EXPIRES, Attributes.number(expires));
        return item;
    }

    static Map<String, AttributeValue> number(NumberId number) {
        return Map.of(NUMBER_ID, Attributes.text(number.id()), NUMBER_ARN, Attributes.text(number.arn()));
    }

    static Map<String, AttributeValue> tagsBefore(Tags tags) {
        return Map.of(TAGS_BEFORE, Attributes.texts(tags.byKey()));
    }

    /// Tells whether the item is of a row that was begun and is not done.
    static boolean isOpen(Map<String, AttributeValue> item) {
        return !item.isEmpty() && State.valueOf(Attributes.text(item, STATE)) != State.DONE;
    }

    static Entry read(Map<String, AttributeValue> item) {
        State state = State.valueOf(Attributes.text(item, STATE));
        Optional<Outcome> outcome = state == State.DONE ? Optional.of(OutcomeAttributes.read(item)) : Optional.empty();
        return new Entry(
                Math.toIntExact(Attributes.whole(item, LINE)),
                state,
                Attributes.optionalText(item, TOKEN).map(ClientToken::new),
                Attributes.optionalText(item, HASH).orElse(""),
                Attributes.optionalDigits(item, GENERATION)
                        .map(Integer::parseInt)
                        .orElse(0),
                number(item),
                outcome,
                Attributes.optionalText(item, EARLIER_FAILURE).orElse(""),
                Attributes.optionalTexts(item, TAGS_BEFORE).map(Tags::of));
    }

    /// Tells whether the item was last written under the lease.
    static boolean writtenUnder(Lease lease, Map<String, AttributeValue> item) {
        return Attributes.whole(item, EPOCH) == lease.epoch()
                && Attributes.text(item, OWNER).equals(lease.owner());
    }

    private static Optional<NumberId> number(Map<String, AttributeValue> item) {
        return Attributes.optionalText(item, NUMBER_ID).map(id -> new NumberId(id, Attributes.text(item, NUMBER_ARN)));
    }
}
