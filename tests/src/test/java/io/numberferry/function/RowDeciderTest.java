package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.JobSettings;
import io.numberferry.domain.JobSettings.OnRejection;
import io.numberferry.domain.Lane;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Settled;
import io.numberferry.domain.Standing;
import io.numberferry.manifest.Home;
import io.numberferry.manifest.ItemParser;
import io.numberferry.manifest.ManifestReader;
import io.numberferry.plan.Flows;
import io.numberferry.plan.Inventory;
import io.numberferry.plan.Planned;
import io.numberferry.plan.Planner;
import io.numberferry.plan.Targets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowDeciderTest {
    private static final Survey.RowLimit NO_LIMIT = new Survey.RowLimit("a.csv", Integer.MAX_VALUE);
    private static final String HEADER = "phone_number,operation,target,flow,description\n";
    private static final String INSTANCE = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String INSTANCE_ARN = "arn:aws:connect:us-west-2:111122223333:instance/" + INSTANCE;
    private static final Home HOME = new Home("us-west-2", Optional.of("111122223333"));
    private static final JobSettings CHECK = settings(true, OnRejection.CONTINUE);
    private static final JobSettings STOP = settings(false, OnRejection.STOP);

    private static JobSettings settings(boolean dryRun, OnRejection onRejection) {
        return new JobSettings(Optional.empty(), Optional.empty(), dryRun, onRejection, true, Optional.empty());
    }

    /// One number at the instance, and none else.
    private static Inventory inventory() {
        NumberId id = new NumberId("eeeeeeee-0000-4000-8000-000000000005", "");
        return new Inventory(
                Map.of(
                        new PhoneNumber("+12065550100"),
                        new Standing.OnConnect(id, INSTANCE_ARN, Optional.empty(), "Front desk")),
                Map.of());
    }

    /// What becomes of each row, in a line of text.
    private static List<String> decide(JobSettings settings, String rows) throws IOException {
        return decide(settings, 0, rows);
    }

    private static List<String> decide(JobSettings settings, int rejected, String rows) throws IOException {
        Planner planner = new Planner("us-west-2", inventory(), new Targets(Map.of()), new Flows(Map.of(), Map.of()));
        try (ManifestReader first = open(rows);
                ManifestReader second = open(rows)) {
            ItemParser parser = new ItemParser(first.header(), settings, HOME);
            RowDecider decider =
                    new RowDecider(parser, Survey.of(first, parser, NO_LIMIT), planner, settings, rejected);
            List<String> decided = new ArrayList<>();
            second.rows().forEachRemaining(row -> decided.add(words(decider.decide(row))));
            return decided;
        }
    }

    private static ManifestReader open(String rows) {
        return ManifestReader.open("a.csv", new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)));
    }

    private static String words(Planned planned) {
        return switch (planned) {
            case Planned.ToDo(Lane lane, PlannedItem item) -> {
                assertThat(lane.service()).isEqualTo(item.operation().service());
                yield item.line() + " to do"
                        + (item.after().isPresent() ? " after " + item.after().getAsInt() : "");
            }
            case Planned.Held(PlannedItem item, Settled settled) -> {
                assertThat(item.row()).isEqualTo(settled.row());
                yield words(new Planned.Done(settled));
            }
            case Planned.Done(Settled settled) -> {
                Outcome outcome = settled.outcome();
                yield settled.row().line() + " " + outcome.reason()
                        + (outcome.message().isEmpty() ? "" : ": " + outcome.message());
            }
        };
    }

    private static String claim(String number) {
        return number + ",claim," + INSTANCE + ",,\n";
    }

    private static String describe(String number, String description) {
        return number + ",update,,," + description + "\n";
    }

    /// That a row goes into its service's lane is asserted for all of them, in words.
    @Test
    void aFreshRowIsToDo() throws IOException {
        assertThat(decide(
                        JobSettings.asWritten(),
                        claim("+12065550101") + "+15035550101,associate,group1group1group1group1,,\n"))
                .containsExactly("2 to do", "3 to do");
    }

    @Test
    void aRowThatIsAlreadySoIsUnchanged() throws IOException {
        assertThat(decide(JobSettings.asWritten(), describe("+12065550100", "Front desk")))
                .containsExactly("2 ALREADY_DONE: the description is the same");
    }

    @Test
    void rejectedAndBrokenRowsStayInTheirPlace() throws IOException {
        assertThat(decide(
                        JobSettings.asWritten(),
                        "5550101,claim," + INSTANCE + ",,\n" + "+12065550102,claim,a,b,c,d,e,f\n"
                                + claim("+12065550103")))
                .hasSize(3)
                .satisfies(rows -> {
                    assertThat(rows.get(0)).startsWith("2 INVALID_PHONE_NUMBER: line 2, column phone_number: ");
                    assertThat(rows.get(1)).startsWith("3 MALFORMED_RECORD: line 3: ");
                    assertThat(rows.get(2)).isEqualTo("4 to do");
                });
    }

    @Test
    void theSameRowTwiceIsDoneOnce() throws IOException {
        assertThat(decide(JobSettings.asWritten(), claim("+12065550101") + claim("+12065550101")))
                .containsExactly("2 to do", "3 DUPLICATE_ROW: the same as line 2");
    }

    @Test
    void rowsThatContradictEachOtherAreBothRefused() throws IOException {
        assertThat(decide(JobSettings.asWritten(), describe("+12065550100", "One") + describe("+12065550100", "Two")))
                .containsExactly(
                        "2 CONFLICTING_ROWS: line 2: asks for something else than line 3 for the same number",
                        "3 CONFLICTING_ROWS: line 3: asks for something else than line 2 for the same number");
    }

    @Test
    void aRowWaitsForAnEarlierOneOnTheSameNumber() throws IOException {
        assertThat(decide(JobSettings.asWritten(), claim("+12065550101") + describe("+12065550101", "New")))
                .containsExactly("2 to do", "3 to do after 2");
    }

    @Test
    void aRowDoesNotWaitForOneThatIsDoneAlready() throws IOException {
        assertThat(decide(JobSettings.asWritten(), claim("+12065550100") + describe("+12065550100", "New")))
                .containsExactly("2 ALREADY_DONE: the number is already at " + INSTANCE_ARN, "3 to do");
    }

    /// As in an export of which one row was edited.
    @Test
    void aRowThatEarlierRowsDoNotTouchIsUnchangedAndTheNextWaitsForThem() throws IOException {
        String other = "aaaaaaaa-0000-4000-8000-000000000002";

        assertThat(decide(
                        JobSettings.asWritten(),
                        "+12065550100,move," + other + ",,\n" + describe("+12065550100", "Front desk")
                                + "+12065550100,describe,,,\n"
                                + "+12065550101,claim," + INSTANCE + ",,\n" + describe("+12065550101", "Front desk")))
                .containsExactly(
                        "2 to do",
                        "3 ALREADY_DONE: the description is the same",
                        "4 to do after 2",
                        "5 to do",
                        "6 to do after 5");
    }

    @Test
    void aRowIsNotSentAfterOneThatCannotBeDone() throws IOException {
        String flowless = "+12065550101,claim," + INSTANCE + ",No such flow,\n";

        assertThat(decide(JobSettings.asWritten(), flowless + describe("+12065550101", "New")))
                .containsExactly(
                        "2 FLOW_NOT_FOUND: instance " + INSTANCE + " has no flow No such flow, or several of that name",
                        "3 EARLIER_ROW_FAILED: not sent, because line 2 cannot be done");
    }

    @Test
    void aDryRunSaysWhatWouldBeDone() throws IOException {
        assertThat(decide(CHECK, claim("+12065550101") + describe("+12065550100", "Front desk")))
                .containsExactly(
                        "2 DRY_RUN: would claim: target " + INSTANCE, "3 ALREADY_DONE: the description is the same");
    }

    @Test
    void aDryRunSaysSoOfRowsThatBuildOnOthers() throws IOException {
        assertThat(decide(CHECK, claim("+12065550101") + describe("+12065550101", "New")))
                .containsExactly("2 DRY_RUN: would claim: target " + INSTANCE, "3 DRY_RUN: would update");
    }

    @Test
    void aJobThatIsToStopAtARejectionSendsNothing() throws IOException {
        assertThat(decide(STOP, 1, claim("+12065550101") + describe("+12065550101", "New") + claim("5550101")))
                .satisfies(rows -> {
                    assertThat(rows.get(0))
                            .isEqualTo("2 JOB_REFUSED: 1 rows are rejected, and the job is to stop at that");
                    assertThat(rows.get(1))
                            .isEqualTo("3 JOB_REFUSED: 1 rows are rejected, and the job is to stop at that");
                    assertThat(rows.get(2)).startsWith("4 INVALID_PHONE_NUMBER");
                });
    }

    @Test
    void aJobThatIsToStopAtARejectionGoesOnWithoutOne() throws IOException {
        assertThat(decide(STOP, claim("+12065550101"))).containsExactly("2 to do");
    }

    @Test
    void aSettledRowKeepsWhatWasFoundOut() throws IOException {
        Planner planner = new Planner("us-west-2", inventory(), new Targets(Map.of()), new Flows(Map.of(), Map.of()));
        String rows = describe("+12065550100", "New");
        try (ManifestReader first = open(rows);
                ManifestReader second = open(rows)) {
            ItemParser parser = new ItemParser(first.header(), CHECK, HOME);
            RowDecider decider = new RowDecider(parser, Survey.of(first, parser, NO_LIMIT), planner, CHECK, 0);

            Planned.Held done = (Planned.Held) decider.decide(second.rows().next());

            assertThat(done.settled().outcome().before())
                    .isEqualTo("target=" + INSTANCE_ARN + " description=Front desk");
            assertThat(done.settled().outcome().after()).isEqualTo("description=New");
            assertThat(done.settled().outcome().number()).isPresent();
        }
    }
}
