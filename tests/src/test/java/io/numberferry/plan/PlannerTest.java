package io.numberferry.plan;

import static io.numberferry.domain.Samples.FLOW;
import static io.numberferry.domain.Samples.GROUP;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.heldAt;
import static io.numberferry.domain.Samples.lane;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.AllowList;
import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.FlowName;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Service;
import io.numberferry.domain.Settled;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Tags;
import io.numberferry.domain.TargetState;
import io.numberferry.domain.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Inventory INVENTORY = new Inventory(Map.of(number(0), heldAt(number(0), OREGON)), Map.of());
    private static final Failure DENIED = new Failure(Failure.Kind.JOB, "AccessDeniedException", "not authorized");
    private static final Planner PLANNER = planner(Map.of(), new TargetState.Ready(""));

    private static Planner planner(Map<String, Failure> unread, TargetState oregon) {
        return planner(INVENTORY, unread, oregon);
    }

    private static Planner planner(Inventory inventory, Map<String, Failure> unread, TargetState oregon) {
        return new Planner(
                "us-west-2",
                inventory,
                new Targets(Map.of(OREGON.id(), oregon)),
                new Flows(
                        Map.of(
                                OREGON.instanceId(),
                                List.of(
                                        new Flows.Flow(FLOW, "Main", "CONTACT_FLOW", "ACTIVE", "PUBLISHED"),
                                        new Flows.Flow("old", "Old", "CONTACT_FLOW", "ARCHIVED", "PUBLISHED"))),
                        unread));
    }

    @Test
    void aRowThatIsLeftToDoGoesToTheLaneOfItsService() {
        assertThat(plan(row(3, Samples.claim(OREGON))))
                .isEqualTo(new Planned.ToDo(lane(Service.CONNECT), row(3, Samples.claim(OREGON))));
        assertThat(plan(row(3, Samples.associate(Samples.NORTH))))
                .isEqualTo(new Planned.ToDo(lane(Service.CHIME), row(3, Samples.associate(Samples.NORTH))));
    }

    @Test
    void aRowThatIsSettledKnowsItsNumberAndHowItStands() {
        PlannedItem claim = row(2, Samples.claim(OREGON));
        Outcome outcome = Outcome.of(
                        Reason.ALREADY_DONE,
                        "the number is already at " + OREGON.arn().orElseThrow())
                .from("target=" + OREGON.arn().orElseThrow())
                .withNumber(Optional.of(Samples.id(number(0))));

        assertThat(plan(claim))
                .isEqualTo(new Planned.Done(new Settled(claim.row(), Optional.of(claim.item()), outcome)));
    }

    @Test
    void aNumberIsNotTakenFromATargetThatIsNotAllowed() {
        Planner limited = new Planner(
                "us-west-2",
                INVENTORY,
                new Targets(Map.of()),
                new Flows(Map.of(), Map.of()),
                AllowList.of(List.of(OHIO), false));
        Planned planned = limited.plan(
                row(2, Samples.move(OHIO)).row(), row(2, Samples.move(OHIO)).item(), Optional.empty());

        assertThat(planned)
                .isInstanceOfSatisfying(
                        Planned.Done.class,
                        done -> assertThat(done.settled().outcome().reason()).isEqualTo(Reason.TARGET_NOT_ALLOWED));
    }

    @Test
    void aFlowIsLookedUpByItsName() {
        Operation byName = new Operation.Claim(OREGON, Optional.of(new FlowName("Main")), "", Tags.none());

        assertThat(todo(row(3, byName)).flowId()).contains(FLOW);
    }

    @Test
    void aFlowThatTheInstanceDoesNotHaveSettlesTheRow() {
        Operation byName = new Operation.Claim(OHIO, Optional.of(new FlowName("Main")), "", Tags.none());

        assertThat(done(row(3, byName)).reason()).isEqualTo(Reason.FLOW_NOT_FOUND);
        assertThat(done(row(3, byName)).message())
                .isEqualTo("instance " + OHIO.instanceId() + " has no flow Main, or several of that name");
    }

    @Test
    void aGroupHasNoFlowsOfItsOwn() {
        Operation byName = new Operation.Claim(GROUP, Optional.of(new FlowName("Main")), "", Tags.none());

        assertThat(done(row(3, byName)))
                .isEqualTo(Outcome.of(
                                Reason.INVALID_FLOW,
                                "a traffic distribution group has no flows of its own, so Main names none")
                        .advising("Give the flow by its ARN, which names the instance.")
                        .from("not owned"));
    }

    @Test
    void aGroupsFlowIsLookedUpOnTheInstanceThatItsArnNames() {
        FlowName arn = new FlowName(
                "arn:aws:connect:us-west-2:111122223333:instance/" + OREGON.instanceId() + "/contact-flow/" + FLOW);
        Operation byArn = new Operation.Claim(GROUP, Optional.of(arn), "", Tags.none());

        assertThat(todo(row(3, byArn)).flowId()).contains(FLOW);
    }

    @Test
    void aRowAfterAnotherIsNotSettledByAnInventoryThatWillBeOutOfDate() {
        PlannedItem claim = row(2, Samples.claim(OREGON));
        Planned planned = PLANNER.plan(
                claim.row(), claim.item(), Optional.of(new Planner.Earlier(9, List.of(new Standing.NotRead()))));

        assertThat(planned)
                .isEqualTo(new Planned.ToDo(
                        lane(Service.CONNECT),
                        new PlannedItem(
                                claim.row(),
                                claim.item(),
                                new Standing.NotRead(),
                                Optional.empty(),
                                OptionalInt.of(9))));
    }

    @Test
    void aFlowThatNoNumberCanRingSettlesTheRow() {
        Operation archived = new Operation.Claim(OREGON, Optional.of(new FlowName("Old")), "", Tags.none());

        assertThat(done(row(3, archived)))
                .isEqualTo(Outcome.of(
                                Reason.FLOW_NOT_USABLE, "flow Old of instance " + OREGON.instanceId() + " is archived")
                        .from("not owned"));
    }

    /// An export names such flows, for that is what the numbers ring.
    @Test
    void aRowThatAsksForTheFlowThatIsThereIsSettledWhateverTheFlowsState() {
        PlannedItem archived = row(2, new Operation.Claim(OREGON, Optional.of(new FlowName("old")), "", Tags.none()));
        PlannedItem byName = row(2, new Operation.Claim(OREGON, Optional.of(new FlowName("Old")), "", Tags.none()));
        PlannedItem gone = row(2, new Operation.Claim(OREGON, Optional.of(new FlowName("gone")), "", Tags.none()));
        Planner unread = planner(ringing("old"), Map.of(OREGON.instanceId(), DENIED), new TargetState.Ready(""));

        assertThat(done(ringing("old"), archived).reason()).isEqualTo(Reason.ALREADY_DONE);
        assertThat(done(ringing("old"), byName).reason()).isEqualTo(Reason.ALREADY_DONE);
        assertThat(done(ringing("gone"), gone).reason()).isEqualTo(Reason.ALREADY_DONE);
        assertThat(done(unread, archived).reason()).isEqualTo(Reason.ALREADY_DONE);
    }

    @Test
    void aRowThatAsksForAnotherFlowThanIsThereNeedsOneThatCanBeRung() {
        PlannedItem archived = row(2, new Operation.Claim(OREGON, Optional.of(new FlowName("old")), "", Tags.none()));
        PlannedItem gone = row(2, new Operation.Claim(OREGON, Optional.of(new FlowName("gone")), "", Tags.none()));

        assertThat(done(ringing(FLOW), archived).reason()).isEqualTo(Reason.FLOW_NOT_USABLE);
        assertThat(done(archived).reason()).isEqualTo(Reason.FLOW_NOT_USABLE);
        assertThat(done(ringing("old"), gone).reason()).isEqualTo(Reason.FLOW_NOT_FOUND);
    }

    @Test
    void aRowThatAsksForWhatIsSoNowAndAfterTheRowsBeforeItIsSettled() {
        Standing.OnConnect now = new Standing.OnConnect(
                Samples.id(number(0)), OREGON.arn().orElseThrow(), Optional.of(FLOW), "Front desk");
        Standing moved = new Standing.OnConnect(now.number(), OHIO.arn().orElseThrow(), Optional.empty(), "Front desk");
        PlannedItem same = row(2, Samples.describeAs("Front desk"));

        assertThat(after(same, now, moved)).isInstanceOfSatisfying(Planned.Done.class, done -> {
            assertThat(done.settled().outcome().reason()).isEqualTo(Reason.ALREADY_DONE);
            assertThat(done.settled().outcome().before()).endsWith(" description=Front desk");
        });
        assertThat(after(row(2, Samples.attachFlow(OREGON)), now, moved)).isInstanceOf(Planned.ToDo.class);
        assertThat(after(row(2, Samples.attachFlow(OREGON)), now, moved, now)).isInstanceOf(Planned.ToDo.class);
        assertThat(after(row(2, Samples.move(OHIO)), now, moved)).isInstanceOf(Planned.ToDo.class);
        assertThat(after(row(2, Samples.describeAs("Other")), now, moved)).isInstanceOf(Planned.ToDo.class);
    }

    @Test
    void aRowThatReadsIsSentToReadWhatTheRowsBeforeItLeave() {
        Standing now = heldAt(number(0), OREGON);

        assertThat(after(row(2, Samples.describe()), now, now)).isInstanceOf(Planned.ToDo.class);
    }

    private static Planned after(PlannedItem row, Standing now, Standing... then) {
        List<Standing> stages = new ArrayList<>(List.of(now));
        Arrays.stream(then).map(Standing.Foreseen::new).forEach(stages::add);
        return PLANNER.plan(row.row(), row.item(), Optional.of(new Planner.Earlier(9, stages)));
    }

    private static Inventory ringing(String flow) {
        return new Inventory(
                Map.of(
                        number(0),
                        new Standing.OnConnect(
                                Samples.id(number(0)), OREGON.arn().orElseThrow(), Optional.of(flow), "")),
                Map.of());
    }

    private static Outcome done(Inventory inventory, PlannedItem row) {
        return done(planner(inventory, Map.of(), new TargetState.Ready("")), row);
    }

    @Test
    void flowsThatMayNotBeReadSettleTheRowsThatNameOne() {
        Operation named = new Operation.Claim(OREGON, Optional.of(new FlowName("Main")), "", Tags.none());
        Planner planner = planner(Map.of(OREGON.instanceId(), DENIED), new TargetState.Ready(""));

        assertThat(done(planner, row(3, named)).message())
                .isEqualTo("the flows of instance " + OREGON.instanceId()
                        + " may not be read: connect:ListContactFlows: not authorized (AccessDeniedException)");
        assertThat(done(planner, row(3, named)).reason()).isEqualTo(Reason.ACCESS_DENIED);
        assertThat(plan(planner, row(3, Samples.claim(OREGON)))).isInstanceOf(Planned.ToDo.class);
    }

    @Test
    void aTargetThatDoesNotExistSettlesTheRow() {
        Planner planner = planner(Map.of(), new TargetState.Missing());

        assertThat(done(planner, row(3, Samples.claim(OREGON))))
                .isEqualTo(Outcome.of(
                                Reason.TARGET_NOT_FOUND,
                                "Amazon Connect knows no instance " + OREGON.instanceId() + " in this Region")
                        .from("not owned"));
        assertThat(plan(planner, row(3, Samples.claim(OHIO)))).isInstanceOf(Planned.ToDo.class);
    }

    @Test
    void aTargetThatIsNotReadySettlesTheRowsThatWouldChangeSomething() {
        Planner planner = planner(Map.of(), new TargetState.NotReady("CREATION_IN_PROGRESS"));

        assertThat(done(planner, row(3, Samples.claim(OREGON))).reason()).isEqualTo(Reason.TARGET_NOT_READY);
        assertThat(done(planner, row(3, Samples.claim(OREGON))).message())
                .isEqualTo("instance " + OREGON.instanceId() + " is CREATION_IN_PROGRESS, not ACTIVE");
        assertThat(done(planner, row(2, Samples.claim(OREGON))).reason()).isEqualTo(Reason.ALREADY_DONE);
    }

    @Test
    void aTargetThatIsNotOursToUseSettlesTheRow() {
        Planner planner = planner(Map.of(), new TargetState.Denied(Api.DESCRIBE_INSTANCE, DENIED));

        assertThat(done(planner, row(3, Samples.claim(OREGON))).reason()).isEqualTo(Reason.ACCESS_DENIED);
        assertThat(done(planner, row(3, Samples.claim(OREGON))).message())
                .isEqualTo("instance " + OREGON.instanceId() + " and its flow associations may not be read:"
                        + " connect:DescribeInstance: not authorized (AccessDeniedException)");
    }

    @Test
    void aTargetThatCouldNotBeLookedAtIsAWarningAndNoReasonToStop() {
        Planner planner = planner(Map.of(), new TargetState.NotRead(Api.DESCRIBE_INSTANCE, DENIED));

        assertThat(plan(planner, row(3, Samples.claim(OREGON)))).isInstanceOf(Planned.ToDo.class);
        assertThat(planner.targets().warnings())
                .containsExactly(new Warning(
                        Warning.Code.PERMISSION_MISSING,
                        "whether targets exist and are ACTIVE could not be read: connect:DescribeInstance on "
                                + OREGON.instanceId() + ": not authorized (AccessDeniedException)",
                        0));
    }

    private static Planned plan(Planner planner, PlannedItem row) {
        return planner.plan(row.row(), row.item(), Optional.empty());
    }

    private static Outcome done(Planner planner, PlannedItem row) {
        return ((Planned.Done) plan(planner, row)).settled().outcome();
    }

    private static Planned plan(PlannedItem row) {
        return PLANNER.plan(row.row(), row.item(), Optional.empty());
    }

    private static PlannedItem todo(PlannedItem row) {
        return ((Planned.ToDo) plan(row)).planned();
    }

    private static Outcome done(PlannedItem row) {
        return ((Planned.Done) plan(row)).settled().outcome();
    }
}
