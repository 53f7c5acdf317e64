package io.numberferry.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Reply;
import io.numberferry.throttle.InMemoryQuotaStore;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallerTest {
    private static final Api API = Api.CLAIM_PHONE_NUMBER;
    private static final Reply<String> OK = Reply.ok("done");
    private static final Reply<String> THROTTLED = refused(Kind.THROTTLED);
    private static final Reply<String> NO_ANSWER = refused(Kind.TRANSIENT);

    private final VirtualTime time = VirtualTime.inOrder();
    private final Tally tally = new Tally();
    private final Caller caller = caller(new Quota(2, 5), Duration.ofMinutes(10));

    @Test
    void aCallThatIsAnsweredIsSentOnce() throws InterruptedException {
        assertThat(caller.call(API, answers(OK))).isEqualTo(new Caller.Sent<>(OK, 1));
        assertThat(tally.drain()).isEqualTo(Map.of(API, new CallCount(1, 0, 0)));
    }

    @Test
    void aThrottledCallIsRepeatedForAsLongAsThereIsTime() throws InterruptedException {
        Deque<Reply<String>> replies = new ArrayDeque<>(Collections.nCopies(30, THROTTLED));
        replies.add(OK);

        assertThat(caller.call(API, replies::remove)).isEqualTo(new Caller.Sent<>(OK, 31));
        assertThat(tally.drain()).isEqualTo(Map.of(API, new CallCount(31, 30, 30)));
    }

    @Test
    void aCallWithoutAnAnswerIsGivenUpAfterSevenAttempts() throws InterruptedException {
        assertThat(caller.call(API, () -> NO_ANSWER)).isEqualTo(new Caller.Sent<>(NO_ANSWER, 7));
        assertThat(tally.drain()).isEqualTo(Map.of(API, new CallCount(7, 0, 6)));
    }

    @Test
    void throttlesInBetweenGiveNoMoreAttempts() throws InterruptedException {
        Deque<Reply<String>> replies = new ArrayDeque<>();
        for (int attempt = 1; attempt <= 20; attempt++) {
            replies.add(THROTTLED);
            replies.add(NO_ANSWER);
        }

        assertThat(caller.call(API, replies::remove)).isEqualTo(new Caller.Sent<>(NO_ANSWER, 14));
    }

    @Test
    void attemptsWithoutAnAnswerAreSpreadOverHalfAMinute() throws InterruptedException {
        Duration total = Duration.ZERO;
        for (int n = 0; n < 20; n++) {
            Duration before = time.passed();
            caller.call(API, () -> NO_ANSWER);
            total = total.plus(time.passed().minus(before));
        }
        assertThat(total.dividedBy(20)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(35));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"THROTTLED", "TRANSIENT"},
            mode = EnumSource.Mode.EXCLUDE)
    void aRefusalIsNotRepeated(Kind kind) throws InterruptedException {
        Reply<String> refusal = refused(kind);

        assertThat(caller.call(API, answers(refusal))).isEqualTo(new Caller.Sent<>(refusal, 1));
    }

    @Test
    void noCallIsSentAtTheDeadline() throws InterruptedException {
        time.pass(Duration.ofMinutes(10));

        assertThat(caller.call(API, answers(OK))).isEqualTo(new Caller.Sent<>(outOfTime(), 0));
        assertThat(tally.drain()).isEmpty();
    }

    @Test
    void aCallWhosePermitComesTooLateDoesNotWaitForIt() throws InterruptedException {
        Caller slow = caller(new Quota(0.01, 1), Duration.ofSeconds(90));
        slow.call(API, answers(OK));

        assertThat(slow.call(API, answers(OK))).isEqualTo(new Caller.Sent<>(outOfTime(), 0));
        assertThat(time.passed()).isZero();
    }

    @Test
    void theWaitBetweenAttemptsEndsAtTheDeadline() throws InterruptedException {
        Caller hurried = caller(new Quota(2, 5), Duration.ofMillis(100));

        assertThat(hurried.call(API, () -> NO_ANSWER).reply()).isEqualTo(outOfTime());
        assertThat(time.passed()).isLessThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aPauseEndsAtTheDeadline() throws InterruptedException {
        caller.pause(Duration.ofHours(1));

        assertThat(time.passed()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void callsKeepToTheQuota() throws InterruptedException {
        for (int n = 0; n < 105; n++) {
            caller.call(API, answers(OK));
        }
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void eachApiHasAQuotaOfItsOwn() throws InterruptedException {
        for (int n = 0; n < 5; n++) {
            caller.call(API, answers(OK));
            caller.call(Api.DESCRIBE_PHONE_NUMBER, answers(OK));
        }
        assertThat(time.passed()).isZero();
    }

    @Test
    void aTallyStartsAgainWhenItIsDrained() throws InterruptedException {
        caller.call(API, answers(OK));
        tally.drain();

        assertThat(tally.drain()).isEmpty();
    }

    private Caller caller(Quota quota, Duration limit) {
        Quotas quotas = new Quotas(quota, quota, Map.of());
        Pace pace = new Pace(quotas, new InMemoryQuotaStore(), time, new Random(1));
        return pace.caller(tally, time.now().plus(limit));
    }

    private static Caller.Request<String> answers(Reply<String> reply) {
        return new ArrayDeque<>(List.of(reply))::remove;
    }

    private static Reply<String> refused(Kind kind) {
        return Reply.refused(kind, "Code", "text");
    }

    private static Reply<String> outOfTime() {
        return Reply.refused(Kind.OUT_OF_TIME, "OutOfTime", "the worker's time was up");
    }
}
