package io.numberferry.apply;

import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.SOUTH;
import static io.numberferry.domain.Samples.associate;
import static io.numberferry.domain.Samples.disassociate;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the answer to a call of several numbers means for each.
class ChimeBatchesTest {
    private static final int ROWS = 5;
    private static final int BAD = 4;

    private final World world = new World();
    private final FakeChime chime = world.chime;
    private final Script script = chime.wire().script();

    @BeforeEach
    void holdNumbers() {
        for (int n = 0; n < 50; n++) {
            chime.hold(number(n), FakeChime.FREE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BadRequest, REFUSED",
        "NotFound, NUMBER_NOT_FOUND",
        "Gone, NUMBER_NOT_FOUND",
        "Unprocessable, REFUSED",
        "Validation, REFUSED",
        "ResourceLimitExceeded, QUOTA_REACHED",
        "AccessDenied, ACCESS_DENIED",
        "Forbidden, ACCESS_DENIED",
        "Unauthorized, ACCESS_DENIED",
        "AWordOfTomorrow, REFUSED",
    })
    void aRefusedNumberEndsAloneAndIsNotSentAgain(String code, Reason reason) throws InterruptedException {
        chime.alwaysRefuses(number(BAD - 2), code);
        world.work(rows());

        assertOnlyTheBadRowEndedAs(reason);
        assertThat(world.outcome(BAD).service()).contains(new Outcome.ServiceError(code, "refused"));
        assertThat(world.outcome(BAD).attempts()).isEqualTo(1);
        assertThat(chime.wire().log()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Throttled", "Throttling", "ServiceUnavailable", "ServiceFailure"})
    void aNumberThatCouldNotBeWorkedOnIsSentAgainAlone(String code) throws InterruptedException {
        chime.refuses(number(BAD - 2), code, code);
        world.work(rows());

        assertThat(world.reasons()).hasSize(ROWS).containsOnly(Reason.DONE);
        assertThat(chime.wire().log()).extracting(call -> call.numbers().size()).containsExactly(5, 1, 1);
        assertThat(world.outcome(BAD).attempts()).isEqualTo(3);
        assertThat(world.outcome(2).attempts()).isEqualTo(1);
    }

    @Test
    void aNumberThatIsThrottledForMinutesIsNotGivenUp() throws InterruptedException {
        chime.refuses(number(BAD - 2), Collections.nCopies(30, "Throttled").toArray(String[]::new));
        world.work(rows());

        assertThat(world.reasons()).hasSize(ROWS).containsOnly(Reason.DONE);
    }

    @Test
    void aNumberThatIsThrottledToTheEndStaysOpen() throws InterruptedException {
        chime.alwaysRefuses(number(BAD - 2), "Throttled");
        BatchApplier.Progress progress = world.work(World.batch(rows()), Duration.ofMinutes(5));

        assertThat(progress.remaining()).isEqualTo(1);
        assertThat(world.time.passed()).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aNumberThatIsNeverWorkedOnIsReadBack() throws InterruptedException {
        chime.alwaysRefuses(number(BAD - 2), "ServiceFailure");
        world.work(rows());

        assertOnlyTheBadRowEndedAs(Reason.SERVICE_UNAVAILABLE);
        assertThat(world.outcome(BAD).message())
                .isEqualTo("no answer, and nothing has changed: refused (ServiceFailure)");
        assertThat(chime.wire().log(Api.ASSOCIATE_WITH_GROUP)).hasSize(6);
    }

    @Test
    void aCallThatArrivesAfterAReadIsSeen() throws InterruptedException {
        chime.wire().script().next(Api.ASSOCIATE_WITH_GROUP, new Fault.Delayed(Duration.ofSeconds(25)), Fault.denied());
        world.work(rows());

        assertThat(world.reasons()).hasSize(ROWS).containsOnly(Reason.DONE);
    }

    @Test
    void aRefusalInALaterCallIsNotBelievedWhereAnEarlierOneGotNoAnswer() throws InterruptedException {
        script.next(Api.ASSOCIATE_WITH_GROUP, new Fault.Delayed(Duration.ofSeconds(25)));
        chime.refuses(number(BAD - 2), "ServiceFailure", "Unprocessable");
        world.work(rows());

        assertThat(world.reasons()).hasSize(ROWS).containsOnly(Reason.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PhoneNumberAssociationsExist", "VoiceConnectorGroupAssociationsExist"})
    void aNumberThatIsAssociatedAlreadyIsDone(String code) throws InterruptedException {
        chime.hold(number(BAD - 2), FakeChime.at(FakeChime.FREE, NORTH));
        chime.alwaysRefuses(number(BAD - 2), code);
        world.work(rows());

        assertThat(world.reasons()).hasSize(ROWS).containsOnly(Reason.DONE);
        assertThat(world.outcome(BAD).attempts()).isEqualTo(2);
    }

    @Test
    void aNumberThatIsAssociatedElsewhereNeedsForce() throws InterruptedException {
        chime.hold(number(BAD - 2), FakeChime.at(FakeChime.FREE, SOUTH));
        world.work(rows());

        assertOnlyTheBadRowEndedAs(Reason.NEEDS_FORCE);
        assertThat(world.outcome(BAD).after()).isEqualTo("product_type=VoiceConnector target=group-south");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Conflict", "PreconditionFailed"})
    void aBusyNumberIsReadAndSentAgain(String code) throws InterruptedException {
        chime.refuses(number(BAD - 2), code);
        world.work(rows());

        assertThat(world.reasons()).hasSize(ROWS).containsOnly(Reason.DONE);
        assertThat(world.outcome(BAD).attempts()).isEqualTo(3);
    }

    @Test
    void aNumberThatStaysBusyIsInUse() throws InterruptedException {
        chime.alwaysRefuses(number(BAD - 2), "Conflict");
        world.work(rows());

        assertOnlyTheBadRowEndedAs(Reason.IN_USE);
    }

    @Test
    void anErrorForANumberThatWasNotSentMakesEveryRowReadBack() throws InterruptedException {
        chime.straysOver(number(BAD - 2));
        chime.refuses(number(0), "Unprocessable");
        world.work(rows());

        assertThat(world.reasons())
                .containsExactly(Reason.REFUSED, Reason.DONE, Reason.REFUSED, Reason.DONE, Reason.DONE);
        assertThat(world.outcome(2).message()).isEqualTo("refused (Unprocessable)");
        assertThat(world.outcome(BAD).message())
                .isEqualTo("an error came for a number that was not sent: refused (Unprocessable)");
        assertThat(chime.wire().log(Api.GET_CHIME_NUMBER)).hasSize(ROWS - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%%2B%s", "%%2b%s"})
    void anErrorIsMatchedHoweverTheServiceWritesTheNumber(String form) {
        String id = form.formatted(number(1).e164().substring(1));
        SortedErrors sorted =
                SortedErrors.of(rows(), List.of(new ChimeNumbers.NumberError(id, "Unprocessable", "refused")));

        assertThat(sorted.stray()).isEmpty();
        assertThat(sorted.byLine()).containsOnlyKeys(3);
    }

    @Test
    void aCallThatIsTooLargeIsSplit() throws InterruptedException {
        chime.most(20);
        world.work(rows(50));

        assertThat(world.reasons()).hasSize(50).containsOnly(Reason.DONE);
        assertThat(chime.wire().log())
                .extracting(call -> call.numbers().size())
                .containsExactly(50, 25, 12, 13, 25, 12, 13);
        assertThat(world.reasons()).hasSize(50);
    }

    @Test
    void aNumberThatSpoilsItsCallIsFoundBySplitting() throws InterruptedException {
        script.always(
                Api.ASSOCIATE_WITH_GROUP, number(BAD - 2), Fault.refusal(Kind.ROW, "BadRequestException", "malformed"));
        world.work(rows(50));

        assertThat(world.reason(BAD)).isEqualTo(Reason.REFUSED);
        assertThat(Collections.frequency(world.reasons(), Reason.DONE)).isEqualTo(49);
    }

    @Test
    void aLostRequestIsRepeated() throws InterruptedException {
        script.next(Api.ASSOCIATE_WITH_GROUP, new Fault.RequestLost());
        world.work(rows());

        assertThat(world.reasons()).hasSize(ROWS).containsOnly(Reason.DONE);
        assertThat(chime.wire().log(Api.GET_CHIME_NUMBER)).isEmpty();
    }

    @Test
    void aLostAnswerThatComesBackAsConflictIsReadBack() throws InterruptedException {
        script.next(Api.ASSOCIATE_WITH_GROUP, new Fault.AnswerLost());
        world.work(rows());

        assertThat(world.reasons()).hasSize(ROWS).containsOnly(Reason.DONE);
        assertThat(chime.effects()).hasSize(ROWS);
    }

    @Test
    void aCallWithoutAnyAnswerIsReadBackRowByRow() throws InterruptedException {
        script.always(Api.ASSOCIATE_WITH_GROUP, new Fault.AnswerLost());
        world.work(rows());

        assertThat(world.reasons()).hasSize(ROWS).containsOnly(Reason.DONE);
        assertThat(chime.wire().log(Api.ASSOCIATE_WITH_GROUP)).hasSize(7);
        assertThat(chime.wire().log(Api.GET_CHIME_NUMBER)).hasSize(ROWS);
        assertThat(world.outcome(BAD).attempts()).isEqualTo(8);
    }

    @Test
    void aCallWithoutAnyAnswerFailsWhereNothingHasChanged() throws InterruptedException {
        script.always(Api.ASSOCIATE_WITH_GROUP, new Fault.RequestLost());
        world.work(rows());

        assertThat(world.reasons()).hasSize(ROWS).containsOnly(Reason.SERVICE_UNAVAILABLE);
    }

    @Test
    void aRowIsUnknownWhenNeitherItsCallNorItsNumberAnswers() throws InterruptedException {
        script.always(Api.ASSOCIATE_WITH_GROUP, new Fault.AnswerLost());
        script.always(Api.GET_CHIME_NUMBER, number(BAD - 2), Fault.denied());
        world.work(rows());

        assertOnlyTheBadRowEndedAs(Reason.NO_ANSWER);
    }

    @Test
    void aNumberThatIsNotThereWhenReadBackIsNotFound() throws InterruptedException {
        script.always(Api.ASSOCIATE_WITH_GROUP, new Fault.RequestLost());
        world.work(row(52, associate(NORTH)));

        assertThat(world.reason(52)).isEqualTo(Reason.NUMBER_NOT_FOUND);
    }

    @Test
    void aRefusalAfterALostAnswerIsNotBelieved() throws InterruptedException {
        script.next(Api.ASSOCIATE_WITH_GROUP, new Fault.AnswerLost(), Fault.denied());
        world.work(rows());

        assertThat(world.reasons()).hasSize(ROWS).containsOnly(Reason.DONE);
    }

    @Test
    void aConflictOfTheWholeCallIsReadAndSentAgain() throws InterruptedException {
        script.next(Api.ASSOCIATE_WITH_GROUP, Fault.refusal(Kind.RECONCILE, "ConflictException"));
        world.work(rows());

        assertThat(world.reasons()).hasSize(ROWS).containsOnly(Reason.DONE);
    }

    @Test
    void aThrottledNumberSlowsTheCallsDown() throws InterruptedException {
        world.withChimePerCall(1);
        chime.refuses(number(0), "Throttled");
        world.work(rows(50));

        assertThat(world.calls(Service.CHIME)).containsEntry(Api.ASSOCIATE_WITH_GROUP, new CallCount(51, 1, 0));
        // Without the throttle all 50 fit into the burst.
        assertThat(world.time.passed()).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void aDisassociationWithoutAnyAnswerIsReadBack() throws InterruptedException {
        chime.hold(number(0), FakeChime.at(FakeChime.FREE, NORTH));
        script.always(Api.DISASSOCIATE_FROM_GROUP, new Fault.AnswerLost());
        world.work(row(2, disassociate(NORTH)));

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    private void assertOnlyTheBadRowEndedAs(Reason reason) {
        List<Reason> expected = new ArrayList<>(Collections.nCopies(ROWS, Reason.DONE));
        expected.set(BAD - 2, reason);
        assertThat(world.reasons()).isEqualTo(expected);
    }

    private static List<PlannedItem> rows() {
        return rows(ROWS);
    }

    private static List<PlannedItem> rows(int count) {
        return IntStream.range(2, count + 2)
                .mapToObj(line -> row(line, associate(NORTH)))
                .toList();
    }
}
