package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.numberferry.apply.InMemoryJournal;
import io.numberferry.apply.Journal;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.aws.storage.PlanWriter;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.Lane;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Standing;
import io.numberferry.report.Ending;
import io.numberferry.report.ReportRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReportRowsTest {
    private static final Storage STORAGE = new Storage();
    private static final ClientToken TOKEN = new ClientToken("aaaaaaaa-0000-4000-8000-00000000000a");
    private static final NumberId NUMBER = new NumberId("eeeeeeee-0000-4000-8000-000000000005", "");

    private static final Standing.OnConnect SEEN =
            new Standing.OnConnect(NUMBER, "arn", Optional.empty(), "", Optional.of(Samples.tags("team", "of old")));

    private final Journal journal = new InMemoryJournal();

    @AfterAll
    static void stop() {
        STORAGE.close();
    }

    private static BatchId batch(Lane lane, int number) {
        return new BatchId(Plans.JOB.id(), lane, number);
    }

    private static Journal.Entry intent(int line) {
        PlannedItem planned = line == 3 || line == 7 ? Plans.associate(line) : Plans.claim(line);
        return Journal.Entry.intent(line, TOKEN, ClientToken.parametersHash(planned));
    }

    /// Lines 2 to 9: two batches of Connect (2, 5 and 8), one of Chime (3, 7), and settled ones (4, 6, 9).
    private static PlanHeader plan() {
        try (PlanWriter writer =
                STORAGE.files().write(Plans.JOB, "attempt", STORAGE.files().find(Plans.JOB.id()))) {
            writer.planned(batch(Plans.CONNECT, 1), Plans.claim(2));
            writer.planned(batch(Plans.CHIME, 1), Plans.associate(3));
            writer.settled(Plans.settled(4, Reason.MALFORMED_RECORD));
            writer.planned(batch(Plans.CONNECT, 1), Plans.claim(5));
            writer.settled(Plans.settled(6, Reason.DUPLICATE_ROW));
            writer.planned(batch(Plans.CHIME, 1), Plans.associate(7));
            writer.planned(batch(Plans.CONNECT, 2), Plans.claim(8).with(SEEN));
            writer.settled(Plans.settled(9, Reason.ALREADY_DONE));
            return writer.complete(
                    Plans.COLUMNS,
                    "",
                    Map.of(),
                    new PlanWriter.Forecast(JsonNodeFactory.instance.objectNode(), List.of()));
        }
    }

    private List<ReportRow> rows(Optional<String> cause) {
        Ending ending = new Ending(Ending.State.FAILED, cause, Instant.parse("2026-03-01T09:05:00Z"));
        List<ReportRow> rows = new ArrayList<>();
        try (ReportRows merged = new ReportRows(STORAGE.files(), journal, Plans::parse, plan(), ending)) {
            merged.forEachRemaining(rows::add);
        }
        return rows;
    }

    private Outcome outcome(int line) {
        return rows(Optional.of("somebody pulled the plug")).get(line - 2).outcome();
    }

    @Test
    void rowsComeInTheOrderOfTheManifestWhereverTheyWereKept() {
        assertThat(rows(Optional.empty()).stream().map(row -> row.row().line()))
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 9).boxed().toList());
    }

    @Test
    void settledRowsKeepTheOutcomeOfThePlan() {
        assertThat(outcome(4).reason()).isEqualTo(Reason.MALFORMED_RECORD);
        assertThat(outcome(6).reason()).isEqualTo(Reason.DUPLICATE_ROW);
        assertThat(outcome(9).reason()).isEqualTo(Reason.ALREADY_DONE);
    }

    @Test
    void aFinishedRowHasTheOutcomeOfTheJournal() {
        Journal.Lease lease = journal.take(batch(Plans.CONNECT, 1), "worker");
        journal.intend(lease, intent(5));
        journal.finish(
                lease, 5, Outcome.of(Reason.NUMBER_NOT_AVAILABLE, "taken").afterAttempts(2));

        assertThat(outcome(5))
                .isEqualTo(Outcome.of(Reason.NUMBER_NOT_AVAILABLE, "taken").afterAttempts(2));
        assertThat(outcome(2).reason()).isEqualTo(Reason.JOB_STOPPED);
    }

    @Test
    void aRowHasTheTagsThatItsWorkerFoundAndElseThoseOfThePlan() {
        assertThat(rows(Optional.empty()).get(6).planned().orElseThrow().standing())
                .isEqualTo(SEEN);

        Journal.Lease lease = journal.take(batch(Plans.CONNECT, 2), "worker");
        journal.intend(lease, intent(8));
        journal.tagsBefore(lease, 8, Samples.tags("team", "sales"));
        assertThat(rows(Optional.empty()).get(6).planned().orElseThrow().standing())
                .isEqualTo(SEEN.tagged(Samples.tags("team", "sales")));
    }

    @Test
    void aRowThatWasBegunIsUnknownAndNamesItsToken() {
        Journal.Lease lease = journal.take(batch(Plans.CONNECT, 1), "worker");
        journal.intend(lease, intent(2));

        assertThat(outcome(2).reason()).isEqualTo(Reason.NO_ANSWER);
        assertThat(outcome(2).message())
                .startsWith("begun, and the job ended before its outcome was known; to look up: ListPhoneNumbersV2")
                .endsWith("; client token aaaaaaaa-0000-4000-8000-00000000000a");
        assertThat(outcome(2).before()).isEqualTo("not owned");
        assertThat(outcome(2).number()).isEmpty();
    }

    @Test
    void whatTheJournalHasOfARowWithOtherValuesIsNotItsOutcome() {
        Journal.Lease lease = journal.take(batch(Plans.CONNECT, 1), "worker");
        journal.intend(lease, Journal.Entry.intent(2, TOKEN, "hash of other values"));
        journal.finish(lease, 2, Outcome.of(Reason.DONE, ""));

        assertThat(outcome(2).reason()).isEqualTo(Reason.NO_ANSWER);
        assertThat(outcome(2).message()).startsWith("not sent with these values; begun before with others");
    }

    @Test
    void aRowThatTheServiceTookIsUnknownAndNamesItsNumber() {
        Journal.Lease lease = journal.take(batch(Plans.CONNECT, 2), "worker");
        journal.intend(lease, intent(8));
        journal.accepted(lease, 8, NUMBER);

        assertThat(outcome(8).reason()).isEqualTo(Reason.NO_ANSWER);
        assertThat(outcome(8).number()).contains(NUMBER);
    }

    @Test
    void aRowWithoutAnEntryWasNotAttemptedAndSaysWhy() {
        assertThat(outcome(3).reason()).isEqualTo(Reason.JOB_STOPPED);
        assertThat(outcome(3).message()).isEqualTo("the job ended before this row: somebody pulled the plug");
        assertThat(outcome(3).before()).isEqualTo("not owned");
        assertThat(rows(Optional.empty()).get(1).outcome().message()).isEqualTo("the job ended before this row");
    }

    @Test
    void afterTheLastRowThereIsNone() {
        Ending ending = new Ending(Ending.State.COMPLETED, Optional.empty(), Instant.EPOCH);
        try (ReportRows merged = new ReportRows(STORAGE.files(), journal, Plans::parse, plan(), ending)) {
            merged.forEachRemaining(_ -> {});
            assertThat(merged.hasNext()).isFalse();
            assertThatThrownBy(merged::next).isInstanceOf(NoSuchElementException.class);
        }
    }
}
