package io.numberferry.aws.storage;

import io.numberferry.domain.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Which execution closes a stopped job: one item a job in the journal's table. An end that is announced twice is
/// closed once; a job that is stopped again after a redrive is closed again.
public final class Closings {
    private static final String CLOSING = "closing";
    private static final String STOPPED_AT = "stoppedAt";
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String FREE_OR_MINE =
            "attribute_not_exists(#closing) OR #closing = :closing OR #stoppedAt < :stoppedAt";

    private final JournalTable table;

    public Closings(DynamoDbClient client, String table) {
        this.table = new JournalTable(client, table);
    }

    /// @param stoppedAt tells the ends of one job apart
    /// @param closing the execution that would close the job
    /// @return false when another execution closes this end of the job, or a later one
    /// @throws io.numberferry.apply.JournalUnavailableException when the table cannot be reached
    public boolean take(JobId job, Instant stoppedAt, String closing) {
        Map<String, AttributeValue> item = Map.of(
                JournalItem.BATCH,
                Attributes.text("closing/" + job.value()),
                JournalItem.LINE,
                Attributes.number(JournalItem.BATCH_LINE),
                CLOSING,
                Attributes.text(closing),
                STOPPED_AT,
                Attributes.number(stoppedAt.toEpochMilli()),
                JournalItem.EXPIRES,
                Attributes.number(stoppedAt.plus(KEPT).getEpochSecond()));
        return table.put(
                item,
                FREE_OR_MINE,
                Map.of(
                        ":closing", Attributes.text(closing),
                        ":stoppedAt", Attributes.number(stoppedAt.toEpochMilli())));
    }
}
