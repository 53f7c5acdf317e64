package io.numberferry.report;

import static io.numberferry.report.Numbers.FLOW;
import static io.numberferry.report.Numbers.HERE;
import static io.numberferry.report.Numbers.THERE;
import static io.numberferry.report.Numbers.about;
import static io.numberferry.report.Numbers.at;
import static io.numberferry.report.Numbers.instance;

import io.numberferry.domain.Failure;
import io.numberferry.domain.FlowName;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.ProductType;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Rejection;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Tags;
import io.numberferry.domain.Target;
import java.util.List;
import java.util.Optional;

/// A job in which about everything happens that can happen to a row; the golden files show its report.
final class MixedJob {
    private static final List<String> HEADER = List.of(
            "Phone Number", "operation", "target", "flow", "description", "phone_number_id", "Outcome", "=Owner");
    private static final Operation CLAIM =
            new Operation.Claim(instance(HERE), Optional.of(new FlowName("Main menu")), "", Tags.none());
    private static final Operation MOVE =
            new Operation.Move(Optional.empty(), instance(THERE), Optional.of(new FlowName("Main menu")));

    private MixedJob() {}

    static Operation claiming() {
        return CLAIM;
    }

    static PlannedItem planned(int line) {
        return claim(line);
    }

    static List<String> header() {
        return HEADER;
    }

    static ReportJob job() {
        return Jobs.completed(HEADER, rows().size());
    }

    static List<ReportRow> rows() {
        return List.of(
                ReportRow.of(claim(2), done(2).afterAttempts(1).leaving("target=" + HERE + " flow=" + FLOW)),
                ReportRow.of(claim(3), Outcome.of(Reason.DONE_WITHOUT_FLOW, "the row names no flow")),
                ReportRow.of(claim(4), claimFailed()),
                ReportRow.of(move(5), done(5).from(move(5).before()).leaving("target=" + THERE)),
                ReportRow.of(move(6), flowNotAttached()),
                rejected(),
                new ReportRow(claim(8).row(), Optional.of(claim(8).item()), Optional.empty(), duplicate()),
                ReportRow.of(claim(9), Outcome.of(Reason.ALREADY_DONE, "the number is already at " + HERE)),
                ReportRow.of(
                        claim(10),
                        Outcome.of(Reason.NO_ANSWER, "no answer after 4 attempts")
                                .afterAttempts(4)),
                ReportRow.of(move(11), Outcome.of(Reason.JOB_STOPPED, "")),
                ReportRow.of(hostile(), hostileOutcome()),
                ReportRow.of(chime(14), Outcome.of(Reason.PARTLY_DONE, "name was refused: too long")));
    }

    private static Outcome done(int line) {
        return Outcome.of(Reason.DONE, "")
                .withNumber(Optional.of(Numbers.id("%08d-0000-4000-8000-000000000000".formatted(line))));
    }

    private static Outcome claimFailed() {
        Failure failure = new Failure(Failure.Kind.ROW, "LimitExceededException", "You own too many numbers.");
        return Outcome.of(Reason.CLAIM_FAILED, "the service ended the claim as FAILED", failure)
                .afterAttempts(2);
    }

    private static Outcome flowNotAttached() {
        return Outcome.of(Reason.FLOW_NOT_ATTACHED, "moved, but the flow could not be attached")
                .withNumber(Optional.of(Numbers.ID))
                .afterAttempts(2);
    }

    private static Outcome duplicate() {
        return Outcome.of(Reason.DUPLICATE_ROW, "the same as line 2");
    }

    private static ReportRow rejected() {
        Rejection rejection = new Rejection(
                7,
                "Phone Number",
                Reason.INVALID_PHONE_NUMBER,
                "\"1.20656E+10\" was damaged by a spreadsheet",
                "Format the column as text and type the number again.");
        return Numbers.unread(7, rejection.outcome(), "1.20656E+10", "claim", HERE, "", "", "", "", "Zoë");
    }

    /// A row whose texts try to be formulas, tags and records; its record goes over two lines.
    private static PlannedItem hostile() {
        Operation change = Samples.describeAs("=1+1");
        PlannedItem row = Numbers.planned(
                12,
                change,
                at(HERE, FLOW, ""),
                "+12065550112",
                "update",
                "",
                "",
                "=1+1",
                "-",
                "a\n\"b\", c",
                "=HYPERLINK(\"http://example.com\",\"<img src=x onerror=alert(1)>\")");
        return about("+12065550112", row);
    }

    private static Outcome hostileOutcome() {
        Failure failure = new Failure(Failure.Kind.JOB, "AccessDeniedException", "@you <b>may</b> not & \"never\"");
        return Outcome.of(Reason.ACCESS_DENIED, "@you <b>may</b> not & \"never\"", failure)
                .afterAttempts(1);
    }

    private static PlannedItem claim(int line) {
        String number = "+120655501%02d".formatted(line);
        Standing absent = new Standing.Absent();
        return about(
                number, Numbers.planned(line, CLAIM, absent, number, "claim", HERE, "Main menu", "", "", "", "Ops"));
    }

    private static PlannedItem move(int line) {
        String number = "+120655501%02d".formatted(line);
        Standing held = at(HERE, FLOW, "Front desk");
        return about(
                number,
                Numbers.planned(line, MOVE, held, number, "move", THERE, "Main menu", "", Numbers.ID.id(), "", "Ops"));
    }

    static PlannedItem chime(int line) {
        Operation update = new Operation.Update(
                Optional.of(ProductType.VOICE_CONNECTOR), Optional.of("ACME"), Optional.of("front,desk"));
        Standing held = Numbers.onChime("BusinessCalling", "", "old", new Target.VoiceConnector("abc").id());
        return about(
                "+12065550114", Numbers.planned(line, update, held, "+12065550114", "update", "", "", "", "", "", ""));
    }
}
