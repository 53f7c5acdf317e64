package io.numberferry.apply;

import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.attachFlow;
import static io.numberferry.domain.Samples.describe;
import static io.numberferry.domain.Samples.describeAs;
import static io.numberferry.domain.Samples.detachFlow;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.release;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeRowTest {
    private static final PhoneNumber NUMBER = number(0);

    /// The changes that leave a number where it is, or give it back.
    enum Change {
        ATTACH(Api.ASSOCIATE_CONTACT_FLOW, "target=" + OREGON.id() + " flow=" + Samples.FLOW),
        DETACH(Api.DISASSOCIATE_CONTACT_FLOW, "target=" + OREGON.id()),
        UPDATE(Api.UPDATE_PHONE_NUMBER_METADATA, "description=Front desk"),
        RELEASE(Api.RELEASE_PHONE_NUMBER, "released");

        private final Api api;
        private final String after;

        Change(Api api, String after) {
            this.api = api;
            this.after = after;
        }

        Operation operation() {
            return switch (this) {
                case ATTACH -> attachFlow(OREGON);
                case DETACH -> detachFlow(OREGON);
                case UPDATE -> describeAs("Front desk");
                case RELEASE -> release();
            };
        }

        /// A description is looked at once it is accepted; the others are done when they are answered.
        int looks() {
            return this == UPDATE ? 1 : 0;
        }

        PlannedItem row() {
            return standingAt(Samples.row(2, operation()), OREGON);
        }
    }

    private final World world = new World();
    private final FakeConnect connect = world.connect;
    private final Script script = connect.wire().script();

    @BeforeEach
    void ownTheNumber() {
        connect.own(NUMBER, OREGON, "another-flow");
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsDoneWhenItIsAnswered(Change change) throws InterruptedException {
        world.work(change.row());

        assertThat(world.outcome(2))
                .isEqualTo(Outcome.of(Reason.DONE, "")
                        .withNumber(Optional.of(Samples.id(NUMBER)))
                        .afterAttempts(1 + change.looks())
                        .from(change.row().before())
                        .leaving(change.after));
        assertThat(connect.effects()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aLostAnswerIsRepeated(Change change) throws InterruptedException {
        script.next(change.api, new Fault.AnswerLost());
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(world.outcome(2).attempts()).isEqualTo(2 + change.looks());
    }

    @ParameterizedTest
    @EnumSource
    void aChangeWithoutAnyAnswerIsReadBack(Change change) throws InterruptedException {
        script.always(change.api, new Fault.AnswerLost());
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(world.outcome(2).after()).isEqualTo(change.after);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeWithoutAnyAnswerFailsWhenNothingHasChanged(Change change) throws InterruptedException {
        script.always(change.api, new Fault.RequestLost());
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.SERVICE_UNAVAILABLE);
        assertThat(world.outcome(2).message())
                .isEqualTo("no answer, and nothing has changed: no answer (SocketTimeoutException)");
    }

    @ParameterizedTest
    @EnumSource
    void aChangeWhoseLastRequestArrivesAfterAReadIsSeen(Change change) throws InterruptedException {
        script.next(change.api, Fault.requestsLost(6));
        script.next(change.api, new Fault.Delayed(Duration.ofSeconds(25)));
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalOfAChangeThatMayStillComeIsNotBelieved(Change change) throws InterruptedException {
        script.next(change.api, new Fault.Delayed(Duration.ofSeconds(25)), Fault.denied());
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeThatCannotBeReadBackIsUnknown(Change change) throws InterruptedException {
        script.always(change.api, new Fault.AnswerLost());
        script.always(Api.DESCRIBE_PHONE_NUMBER, Fault.denied());
        script.always(Api.BATCH_GET_FLOW_ASSOCIATION, Fault.denied());
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalAfterALostAnswerIsNotBelieved(Change change) throws InterruptedException {
        script.next(change.api, new Fault.AnswerLost(), Fault.refusal(Kind.ROW, "ResourceNotFoundException"));
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalAfterALostRequestIsBelievedWhenNothingHasChanged(Change change) throws InterruptedException {
        script.next(change.api, new Fault.RequestLost(), Fault.denied());
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.ACCESS_DENIED);
    }

    @ParameterizedTest
    @EnumSource
    void aThrottledChangeIsSentAgain(Change change) throws InterruptedException {
        script.next(change.api, Fault.throttled(), Fault.throttled());
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @ParameterizedTest
    @EnumSource
    void aBusyNumberIsTriedAgain(Change change) throws InterruptedException {
        script.next(change.api, Fault.refusal(Kind.RECONCILE, "ResourceInUseException"));
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(world.outcome(2).attempts()).isEqualTo(2 + change.looks());
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatStaysBusyIsInUse(Change change) throws InterruptedException {
        script.always(change.api, Fault.refusal(Kind.RECONCILE, "ResourceInUseException"));
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.IN_USE);
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatIsGoneIsNotFound(Change change) throws InterruptedException {
        connect.disown(NUMBER);
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.NUMBER_NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatNoListHasIsNotFound(Change change) throws InterruptedException {
        connect.disown(NUMBER);
        world.work(row(2, change.operation()));

        assertThat(world.reason(2)).isEqualTo(Reason.NUMBER_NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedChangeIsNotRepeated(Change change) throws InterruptedException {
        script.always(change.api, Fault.refusal(Kind.ROW, "InvalidParameterException"));
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.REFUSED);
        assertThat(connect.wire().log()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingTargetIsNamed(Change change) throws InterruptedException {
        script.always(change.api, Fault.refusal(Kind.TARGET, "ResourceNotFoundException"));
        world.work(change.row());

        assertThat(world.reason(2)).isEqualTo(Reason.TARGET_NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource
    void aNumberWhoseIdIsNotKnownIsLookedUp(Change change) throws InterruptedException {
        world.work(row(2, change.operation()));

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(connect.wire().log())
                .extracting(FakeWire.Arrived::api)
                .startsWith(Api.LIST_PHONE_NUMBERS_V2, change.api)
                .hasSize(2 + change.looks());
    }

    @Test
    void aDescriptionIsDoneWhenTheServiceHasFinishedIt() throws InterruptedException {
        connect.finishing(() -> Duration.ofSeconds(40));
        world.work(Change.UPDATE.row());

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(world.time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void aDescriptionThatTheServiceGivesUpHasFailed() throws InterruptedException {
        connect.failsLater(NUMBER, "something went wrong");
        world.work(Change.UPDATE.row());

        assertThat(world.reason(2)).isEqualTo(Reason.CHANGE_FAILED);
        assertThat(world.outcome(2).message()).isEqualTo("the service gave up: something went wrong");
    }

    @Test
    void aDescriptionThatCannotBeLookedAtIsUnknown() throws InterruptedException {
        script.always(Api.DESCRIBE_PHONE_NUMBER, Fault.denied());
        world.work(Change.UPDATE.row());

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
    }

    @Test
    void describeReportsWhatItRead() throws InterruptedException {
        world.work(standingAt(row(2, describe()), OREGON));

        assertThat(world.outcome(2))
                .isEqualTo(Outcome.of(Reason.ALREADY_DONE, "read only: nothing was to change")
                        .withNumber(Optional.of(Samples.id(NUMBER)))
                        .afterAttempts(1)
                        .from("target=" + OREGON.arn().orElseThrow() + " status=CLAIMED"));
    }

    @Test
    void describeOfANumberThatIsGoneFindsNothing() throws InterruptedException {
        connect.disown(NUMBER);
        world.work(standingAt(row(2, describe()), OREGON));

        assertThat(world.reason(2)).isEqualTo(Reason.NUMBER_NOT_FOUND);
        assertThat(world.outcome(2).message()).isEqualTo("no number has this id");
    }

    @Test
    void describeWithoutAnAnswerChangedNothing() throws InterruptedException {
        script.always(Api.DESCRIBE_PHONE_NUMBER, new Fault.RequestLost());
        world.work(standingAt(row(2, describe()), OREGON));

        assertThat(world.reason(2)).isEqualTo(Reason.SERVICE_UNAVAILABLE);
    }
}
