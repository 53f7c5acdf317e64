package io.numberferry.report;

import static io.numberferry.report.Numbers.FLOW;
import static io.numberferry.report.Numbers.GROUP;
import static io.numberferry.report.Numbers.HERE;
import static io.numberferry.report.Numbers.ID;
import static io.numberferry.report.Numbers.THERE;
import static io.numberferry.report.Numbers.after;
import static io.numberferry.report.Numbers.at;
import static io.numberferry.report.Numbers.instance;
import static io.numberferry.report.Numbers.onChime;
import static io.numberferry.report.Numbers.planned;
import static io.numberferry.report.UndoAssert.assertUndo;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.FlowName;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Tags;
import io.numberferry.domain.Target;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UndoTest {
    private static final Operation MOVE = new Operation.Move(Optional.empty(), instance(THERE), Optional.empty());
    private static final Operation ATTACH =
            new Operation.AttachFlow(Optional.empty(), instance(HERE), new FlowName("Main menu"));
    private static final Operation DETACH = new Operation.DetachFlow(Optional.empty(), instance(HERE));
    private static final Operation RELEASE = new Operation.Release(Optional.empty());
    private static final Operation ASSOCIATE = new Operation.Associate(new Target.VoiceConnectorGroup("group-b"), true);
    private static final Operation DISASSOCIATE = new Operation.Disassociate(new Target.VoiceConnector("abc"));

    @Test
    void moveGoesBackWithItsFlow() {
        assertUndo(
                planned(4, MOVE, at(HERE, FLOW, "")),
                "move,phone_number_id=%s,target=%s,flow=%s".formatted(ID.id(), HERE, FLOW),
                "Line 4 moved the number.");
    }

    @Test
    void moveWithoutAnEarlierFlowSaysSo() {
        assertUndo(
                planned(4, MOVE, at(HERE, "", "")),
                "move,phone_number_id=%s,target=%s".formatted(ID.id(), HERE),
                "Line 4 moved the number. No flow was recorded at the earlier target.");
    }

    @Test
    void moveBackToAGroupNamesTheFlowInTheNoteOnly() {
        assertUndo(
                planned(4, MOVE, at(GROUP, FLOW, "")),
                "move,phone_number_id=%s,target=%s".formatted(ID.id(), GROUP),
                "Line 4 moved the number. Its flow at the traffic distribution group was " + FLOW
                        + "; attach it by its ARN.");
    }

    @Test
    void attachedFlowGivesWayToTheEarlierOne() {
        assertUndo(
                planned(4, ATTACH, at(HERE, FLOW, "")),
                "associate,phone_number_id=%s,target=%s,flow=%s".formatted(ID.id(), HERE, FLOW),
                "Line 4 changed the number's flow.");
    }

    @Test
    void attachedFlowIsTakenOffWhereThereWasNone() {
        assertUndo(
                planned(4, ATTACH, at(HERE, "", "")),
                "disassociate,phone_number_id=" + ID.id() + ",target=" + HERE,
                "Line 4 attached a flow, and none was recorded before.");
    }

    @Test
    void flowOfANumberInAGroupGoesBackAtItsInstance() {
        assertUndo(
                planned(4, ATTACH, at(GROUP, FLOW, "")),
                "associate,phone_number_id=%s,target=%s,flow=%s".formatted(ID.id(), HERE, FLOW),
                "Line 4 changed the number's flow.");
    }

    @Test
    void flowAttachedAfterAMoveIsLeftToTheMove() {
        assertUndo(
                after(3, planned(4, ATTACH, at(THERE, FLOW, ""))),
                "describe,phone_number_id=" + ID.id(),
                "Line 4 changed the flow after an earlier row had moved the number: undoing that row is enough."
                        + " This row changes nothing.");
    }

    @Test
    void aRowThatFollowedAnotherIsUndoneToWhatThatLeft() {
        assertUndo(
                after(3, planned(4, ATTACH, new Standing.Foreseen(at(HERE, "", "")))),
                "disassociate,phone_number_id=" + ID.id() + ",target=" + HERE,
                "Line 4 attached a flow, and none was recorded before.");
    }

    @Test
    void aMoveToWhereTheNumberWasOnlyAttachedItsFlow() {
        assertUndo(
                planned(4, MOVE, at(THERE, "", "")),
                "disassociate,phone_number_id=" + ID.id() + ",target=" + THERE,
                "Line 4 attached a flow, and none was recorded before.");
    }

    @Test
    void detachedFlowIsAttachedAgain() {
        assertUndo(
                planned(4, DETACH, at(HERE, FLOW, "")),
                "associate,phone_number_id=%s,target=%s,flow=%s".formatted(ID.id(), HERE, FLOW),
                "Line 4 changed the number's flow.");
    }

    @Test
    void detachedFlowThatWasNotRecordedIsOnlyExplained() {
        assertUndo(
                planned(4, DETACH, at(HERE, "", "")),
                "describe,phone_number_id=" + ID.id(),
                "Line 4 took off the number's flow, and which one it was is not recorded. This row changes nothing.");
    }

    @Test
    void claimIsOnlyExplained() {
        Operation claim = new Operation.Claim(instance(HERE), Optional.empty(), "", Tags.none());

        assertUndo(
                planned(4, claim, new Standing.Absent()),
                "describe",
                "Line 4 claimed the number. A claim has no inverse: a released number is gone for up to 180 days."
                        + " This row changes nothing.");
    }

    @Test
    void releaseIsOnlyExplained() {
        assertUndo(
                planned(4, RELEASE, at(HERE, FLOW, "")),
                "describe,phone_number_id=" + ID.id(),
                "Line 4 released the number. It cannot be claimed again for up to 180 days."
                        + " This row changes nothing.");
    }

    @Test
    void associationGivesWayToTheEarlierOne() {
        assertUndo(
                planned(4, ASSOCIATE, onChime("VoiceConnector", "", "", "vc/abc")),
                "associate,target=vc/abc,force=true",
                "Line 4 took the number from there.");
    }

    @Test
    void associationEndsWhereThereWasNone() {
        assertUndo(
                planned(4, ASSOCIATE, onChime("VoiceConnector", "", "", "")),
                "disassociate,target=group-b",
                "Line 4 associated the number.");
    }

    @Test
    void associationTakenFromASipRuleIsOnlyExplained() {
        assertUndo(
                planned(4, ASSOCIATE, onChime("SipMediaApplicationDialIn", "", "", "sip-rule/r1")),
                "describe",
                "Line 4 took the number from a SIP rule, which a manifest cannot name: sip-rule/r1."
                        + " This row changes nothing.");
    }

    @Test
    void disassociatedNumberIsAssociatedAgain() {
        assertUndo(
                planned(4, DISASSOCIATE, onChime("VoiceConnector", "", "", "vc/abc")),
                "associate,target=vc/abc",
                "Line 4 disassociated the number.");
    }

    @Test
    void changeWithoutARecordedStateIsOnlyExplained() {
        assertUndo(
                planned(4, MOVE, new Standing.NotRead()),
                "describe",
                "Line 4 changed the number, and the state before was not read. This row changes nothing.");
    }

    @Test
    void changeOfANumberThatWasNotOwnedIsOnlyExplained() {
        assertUndo(
                planned(4, ASSOCIATE, new Standing.Absent()),
                "describe",
                "Line 4 changed the number, and the account did not own it when the job was planned."
                        + " This row changes nothing.");
    }

    @Test
    void readingIsNothingToUndo() {
        PlannedItem read = planned(4, new Operation.Describe(Optional.empty()), at(HERE, FLOW, ""));

        assertThat(new Undo(AsManifest.reading()).of(ReportRow.of(read, Outcome.of(Reason.DONE, ""))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DONE", "DONE_WITHOUT_FLOW", "DONE_PENDING", "FLOW_NOT_ATTACHED", "PARTLY_DONE"})
    void rowThatChangedNothingIsNotThere(Reason reason) {
        PlannedItem moved = planned(4, MOVE, at(HERE, FLOW, ""));

        assertThat(new Undo(AsManifest.reading()).of(ReportRow.of(moved, Outcome.of(reason, ""))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"DONE_WITHOUT_FLOW", "FLOW_NOT_ATTACHED", "PARTLY_DONE"})
    void rowThatChangedSomethingIsThere(Reason reason) {
        PlannedItem moved = planned(4, MOVE, at(HERE, FLOW, ""));

        assertThat(new Undo(AsManifest.reading()).of(ReportRow.of(moved, Outcome.of(reason, ""))))
                .isPresent();
    }
}
