package io.numberferry.aws.storage;

import io.numberferry.apply.Closings;
import io.numberferry.domain.JobId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One item a job in the journal's table: the executions that went on with it, and who closes its last end.
public final class DynamoDbClosings implements Closings {
    private static final String EXECUTIONS = "executions";
    private static final String CLOSING = "closing";
    private static final String STOPPED_AT = "stoppedAt";

    private static final String ADD_EXECUTION = "SET #expires = :expires ADD #executions :executions";

    private static final String TAKE = "SET #closing = :closing, #stoppedAt = :stoppedAt, #expires = :expires";

    private static final String FREE_OR_MINE =
            "attribute_not_exists(#closing) OR #closing = :closing OR #stoppedAt < :stoppedAt";

    private final JournalTable table;
    private final InstantSource clock;

    /// @param table the journal's
    /// @param clock tells when an item is to expire; an error of hours does no harm
    public DynamoDbClosings(DynamoDbClient client, String table, InstantSource clock) {
        this.table = new JournalTable(client, table);
        this.clock = clock;
    }

    @Override
    public void goesOn(JobId job, String execution) {
        table.change(
                key(job),
                ADD_EXECUTION,
                Attributes.namesIn(ADD_EXECUTION),
                Map.of(":executions", AttributeValue.fromSs(List.of(execution)), ":expires", expires()));
    }

    @Override
    public Set<String> executions(JobId job) {
        AttributeValue executions = table.item(key(job)).get(EXECUTIONS);
        return executions == null ? Set.of() : Set.copyOf(executions.ss());
    }

    @Override
    public boolean take(JobId job, Instant stoppedAt, String closing) {
        return table.update(
                key(job),
                TAKE,
                FREE_OR_MINE,
                Map.of(
                        ":closing", Attributes.text(closing),
                        ":stoppedAt", Attributes.number(stoppedAt.toEpochMilli()),
                        ":expires", expires()));
    }

    @Override
    public boolean has(JobId job, Instant stoppedAt, String closing) {
        Map<String, AttributeValue> item = table.item(key(job));
        return Attributes.optionalText(item, CLOSING).equals(Optional.of(closing))
                && Attributes.whole(item, STOPPED_AT) == stoppedAt.toEpochMilli();
    }

    private static Map<String, AttributeValue> key(JobId job) {
        return Map.of(
                JournalItem.BATCH, Attributes.text("closing/" + job.value()),
                JournalItem.LINE, Attributes.number(JournalItem.BATCH_LINE));
    }

    private AttributeValue expires() {
        return Attributes.number(JournalTable.expiry(clock.instant()));
    }
}
