package io.numberferry.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.apply.Journal;
import io.numberferry.apply.Journal.Entry;
import io.numberferry.apply.Journal.Lease;
import io.numberferry.apply.Journal.State;
import io.numberferry.apply.JournalRaces;
import io.numberferry.apply.JournalUnavailableException;
import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbJournalTest extends JournalRaces {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EXPIRY = NOW.plus(Duration.ofDays(90));

    private static DynamoDbOnLoopback dynamoDb;

    private final DynamoDbJournal journal = journalAt(NOW);

    @BeforeAll
    static void start() throws Exception {
        dynamoDb = new DynamoDbOnLoopback();
    }

    @AfterAll
    static void stop() throws Exception {
        dynamoDb.stop();
    }

    @Override
    protected Journal journal() {
        return journal;
    }

    private static DynamoDbJournal journalAt(Instant now) {
        return new DynamoDbJournal(dynamoDb.client(), DynamoDbOnLoopback.JOURNAL, () -> now);
    }

    private static DynamoDbJournal journalOver(LossyHttp http) {
        return new DynamoDbJournal(dynamoDb.clientOver(http), DynamoDbOnLoopback.JOURNAL, () -> NOW);
    }

    private Map<String, AttributeValue> item(int line) {
        return dynamoDb.client()
                .getItem(request -> request.tableName(DynamoDbOnLoopback.JOURNAL)
                        .key(Map.of(
                                "batch", AttributeValue.fromS(batch.key()),
                                "line", AttributeValue.fromN(Integer.toString(line)))))
                .item();
    }

    @Test
    void aRowsItemIsFlatAndReadable() {
        Lease lease = journal.take(batch, "worker");
        journal.intend(lease, intent(2));
        journal.accepted(lease, 2, NUMBER);
        journal.finish(
                lease,
                2,
                DONE.withService(new Outcome.ServiceError("Code", "text")).withNumber(java.util.Optional.of(NUMBER)));

        assertThat(item(2))
                .isEqualTo(Map.ofEntries(
                        Map.entry("batch", AttributeValue.fromS(batch.key())),
                        Map.entry("line", AttributeValue.fromN("2")),
                        Map.entry("state", AttributeValue.fromS("DONE")),
                        Map.entry("owner", AttributeValue.fromS("worker")),
                        Map.entry("epoch", AttributeValue.fromN("1")),
                        Map.entry(
                                "token",
                                AttributeValue.fromS(
                                        intent(2).token().orElseThrow().value())),
                        Map.entry("parametersHash", AttributeValue.fromS("hash of 2/1")),
                        Map.entry("generation", AttributeValue.fromN("1")),
                        Map.entry("numberId", AttributeValue.fromS(NUMBER.id())),
                        Map.entry("numberArn", AttributeValue.fromS(NUMBER.arn())),
                        Map.entry("reason", AttributeValue.fromS("DONE")),
                        Map.entry("message", AttributeValue.fromS("")),
                        Map.entry("advice", AttributeValue.fromS("")),
                        Map.entry("serviceCode", AttributeValue.fromS("Code")),
                        Map.entry("serviceText", AttributeValue.fromS("text")),
                        Map.entry("outcomeNumberId", AttributeValue.fromS(NUMBER.id())),
                        Map.entry("outcomeNumberArn", AttributeValue.fromS(NUMBER.arn())),
                        Map.entry("attempts", AttributeValue.fromN("0")),
                        Map.entry("before", AttributeValue.fromS("")),
                        Map.entry("after", AttributeValue.fromS("")),
                        Map.entry("expires", AttributeValue.fromN(Long.toString(EXPIRY.getEpochSecond())))));
    }

    @Test
    void aSkippedRowsItemHasNothingOfARequest() {
        journal.skip(journal.take(batch, "worker"), 2, DONE);

        assertThat(item(2))
                .containsOnlyKeys(
                        "batch",
                        "line",
                        "state",
                        "owner",
                        "epoch",
                        "expires",
                        "reason",
                        "message",
                        "advice",
                        "attempts",
                        "before",
                        "after");
    }

    @Test
    void theBatchsItemIsFlatAndReadable() {
        Lease lease = journal.take(batch, "worker");
        journal.addCalls(lease, Map.of(Api.CLAIM_PHONE_NUMBER, new CallCount(3, 1, 0)));

        assertThat(item(0))
                .isEqualTo(Map.of(
                        "batch", AttributeValue.fromS(batch.key()),
                        "line", AttributeValue.fromN("0"),
                        "owner", AttributeValue.fromS("worker"),
                        "epoch", AttributeValue.fromN("1"),
                        "connect:ClaimPhoneNumber sent", AttributeValue.fromN("3"),
                        "connect:ClaimPhoneNumber throttled", AttributeValue.fromN("1"),
                        "expires", AttributeValue.fromN(Long.toString(EXPIRY.getEpochSecond()))));
    }

    @Test
    void anExpiredEntryIsAsGoodAsDeleted() {
        Lease lease = journal.take(batch, "worker");
        journal.intend(lease, intent(2, 5));
        journal.finish(lease, 2, DONE);
        journal.addCalls(lease, Map.of(Api.CLAIM_PHONE_NUMBER, new CallCount(3, 1, 0)));

        DynamoDbJournal justBefore = journalAt(EXPIRY.minusSeconds(1));
        assertThat(justBefore.read(batch)).hasSize(1);
        assertThat(justBefore.calls(batch)).hasSize(1);
        DynamoDbJournal later = journalAt(EXPIRY);
        assertThat(later.read(batch)).isEmpty();
        assertThat(later.calls(batch)).isEmpty();
        assertThat(later.skip(later.take(batch, "worker"), 2, DONE)).isTrue();
        journal.intend(lease, intent(3, 5));
        assertThat(later.intend(later.take(batch, "worker"), intent(3, 1))).isTrue();
        assertThat(later.read(batch)).extracting(Entry::generation).containsExactly(0, 1);
    }

    @Test
    void aBatchThatFillsManyPagesIsReadWhole() {
        Lease lease = journal.take(batch, "worker");
        Outcome wordy = Outcome.of(Reason.DONE, "x".repeat(100_000));
        List<Integer> lines = IntStream.rangeClosed(2, 26).boxed().toList();
        lines.forEach(line -> journal.intend(lease, intent(line)));
        lines.forEach(line -> journal.finish(lease, line, wordy));

        assertThat(journal.read(batch)).extracting(Entry::line).containsExactlyElementsOf(lines);
    }

    @Test
    void anIntentWhoseAnswerWasLostIsWritten() {
        LossyHttp http = new LossyHttp();
        DynamoDbJournal overLossyNet = journalOver(http);
        Lease lease = overLossyNet.take(batch, "worker");
        http.loseNextAnswer();

        assertThat(overLossyNet.intend(lease, intent(2))).isTrue();
        assertThat(http.sent()).isGreaterThan(2);
        assertThat(journal.read(batch)).containsExactly(intent(2));
    }

    @Test
    void anAcceptanceWhoseAnswerWasLostIsWritten() {
        LossyHttp http = new LossyHttp();
        DynamoDbJournal overLossyNet = journalOver(http);
        Lease lease = overLossyNet.take(batch, "worker");
        overLossyNet.intend(lease, intent(2));
        http.loseNextAnswer();

        assertThat(overLossyNet.accepted(lease, 2, NUMBER)).isTrue();
        assertThat(http.sent()).isEqualTo(4);
    }

    @Test
    void anOutcomeWhoseAnswerWasLostIsWritten() {
        LossyHttp http = new LossyHttp();
        DynamoDbJournal overLossyNet = journalOver(http);
        Lease lease = overLossyNet.take(batch, "worker");
        overLossyNet.intend(lease, intent(2));
        http.loseNextAnswer();

        assertThat(overLossyNet.finish(lease, 2, DONE)).isTrue();
        assertThat(journal.read(batch)).extracting(Entry::state).containsExactly(State.DONE);
    }

    @Test
    void aSkipWhoseAnswerWasLostIsWritten() {
        LossyHttp http = new LossyHttp();
        DynamoDbJournal overLossyNet = journalOver(http);
        Lease lease = overLossyNet.take(batch, "worker");
        http.loseNextAnswer();

        assertThat(overLossyNet.skip(lease, 2, DONE)).isTrue();
        assertThat(journal.read(batch)).extracting(Entry::state).containsExactly(State.DONE);
    }

    @Test
    void aTakingWhoseAnswerWasLostRaisesTheEpochTwice() {
        LossyHttp http = new LossyHttp();
        http.loseNextAnswer();

        assertThat(journalOver(http).take(batch, "worker").epoch()).isEqualTo(2);
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        DynamoDbJournal nowhere = new DynamoDbJournal(dynamoDb.client(), "nowhere", () -> NOW);

        assertThatThrownBy(() -> nowhere.take(batch, "worker"))
                .isInstanceOf(JournalUnavailableException.class)
                .hasMessageStartingWith("The journal, table nowhere, could not be written: Cannot do operations on a"
                        + " non-existent table");
        assertThatThrownBy(() -> nowhere.read(batch))
                .isInstanceOf(JournalUnavailableException.class)
                .hasMessageStartingWith("The journal, table nowhere, could not be read: ");
        assertThatThrownBy(() -> nowhere.intend(new Lease(batch, "worker", 1), intent(2)))
                .isInstanceOf(JournalUnavailableException.class);
        assertThatThrownBy(() -> nowhere.calls(batch)).isInstanceOf(JournalUnavailableException.class);
    }
}
