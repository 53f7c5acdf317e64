package io.numberferry.throttle;

import static io.numberferry.throttle.VirtualTime.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PacerTest {
    private static final Api API = Api.CLAIM_PHONE_NUMBER;
    private static final Instant NEVER = START.plus(Duration.ofDays(1));

    private final VirtualTime time = VirtualTime.inOrder();
    private final RecordingStore store = new RecordingStore();
    private Pacer pacer = pacer(new Quota(2, 5));
    private final List<Long> sent = new ArrayList<>();

    @Test
    void callsGoOutAtTheBurstAndThenTheRate() throws InterruptedException {
        for (int n = 0; n < 8; n++) {
            call(Feedback.SUCCEEDED);
        }
        assertThat(sent).containsExactly(0L, 0L, 0L, 0L, 0L, 500L, 1000L, 1500L);
    }

    @Test
    void theFirstCallGoesAloneAndTheOthersWaitForItsAnswer() throws InterruptedException {
        time.run(() -> {
            for (int n = 0; n < 7; n++) {
                time.start(() -> call(Duration.ofMillis(705)));
            }
        });

        // Who waits looks every 10 ms. The bucket counts from the answer at 705: nobody knows when the call arrived.
        assertThat(sent).containsExactly(0L, 710L, 710L, 710L, 710L, 1205L, 1705L);
    }

    @Test
    void aFirstCallWithoutAnAnswerIsWaitedForNoLonger() throws InterruptedException {
        call(Feedback.NO_EVIDENCE);
        call(Feedback.SUCCEEDED);

        assertThat(sent).hasSize(2);
    }

    @Test
    void aFirstPermitThatIsGivenBackMakesTheNextCallTheFirst() throws InterruptedException {
        time.run(() -> {
            assertThat(pacer.acquire(API, NEVER)).contains(START);
            for (int n = 0; n < 3; n++) {
                time.start(() -> call(Duration.ofMillis(100)));
            }
            time.pass(Duration.ofSeconds(1));
            assertThat(sent).isEmpty();
            pacer.giveBack(API);
        });

        assertThat(sent).containsExactly(1000L, 1100L, 1100L);
    }

    @Test
    void aPermitThatComesTooLateIsRefusedAtOnce() throws InterruptedException {
        for (int n = 0; n < 5; n++) {
            call(Feedback.SUCCEEDED);
        }
        assertThat(pacer.acquire(API, START.plusMillis(500))).isEmpty();
        assertThat(time.passed()).isZero();
        assertThat(pacer.acquire(API, START.plusMillis(501))).contains(START.plusMillis(500));
    }

    @Test
    void aCallThatGivesUpInLineTakesNoPermitFromTheOthers() throws InterruptedException {
        time.run(() -> {
            call(Feedback.SUCCEEDED);
            for (int n = 0; n < 50; n++) {
                time.start(() -> pacer.acquire(API, START.plusSeconds(2)).ifPresent(_ -> note()));
            }
        });
        call(Feedback.SUCCEEDED);

        // 5 at once and 3 more before the limit, which is itself too late; then the next that is due.
        assertThat(sent).containsExactly(0L, 0L, 0L, 0L, 0L, 500L, 1000L, 1500L, 2000L);
    }

    @Test
    void aLongLineReservesNoMoreThanABlockAhead() throws InterruptedException {
        time.run(() -> {
            call(Feedback.SUCCEEDED);
            for (int n = 0; n < 200; n++) {
                time.start(() -> call(Feedback.SUCCEEDED));
            }
            time.pass(Duration.ofSeconds(10));
            assertThat(store.furthest).isBefore(time.now().plusSeconds(3));
        });

        assertThat(sent).hasSize(201);
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(98));
    }

    @Test
    void permitsAreReservedInBlocksOfTwoSeconds() throws InterruptedException {
        pacer.expect(API, 40);
        for (int n = 0; n < 40; n++) {
            call(Feedback.SUCCEEDED);
        }
        // One by one while the burst lasts, then 4 each: 2 seconds at 2 calls a second.
        assertThat(store.asks).extracting(Ask::permits).containsExactly(1, 1, 1, 1, 1, 1, 4, 4, 4, 4, 4, 4, 4, 4, 2);
    }

    @Test
    void theBurstIsReservedForATenthOfASecondAtOnce() throws InterruptedException {
        pacer = pacer(new Quota(50, 125));
        pacer.expect(API, 13);
        for (int n = 0; n < 13; n++) {
            call(Feedback.SUCCEEDED);
        }
        assertThat(store.asks).extracting(Ask::permits).containsExactly(1, 5, 5, 2);
    }

    @Test
    void permitsOfTheBurstThatAreNotUsedAtOnceAreLost() throws InterruptedException {
        pacer = pacer(new Quota(50, 125));
        pacer.expect(API, 100);
        call(Feedback.SUCCEEDED);
        call(Feedback.SUCCEEDED);
        time.sleepUntil(time.now().plusMillis(100));
        call(Feedback.SUCCEEDED);
        assertThat(store.asks).hasSize(2);

        time.sleepUntil(time.now().plusMillis(1));
        call(Feedback.SUCCEEDED);
        assertThat(store.asks).extracting(Ask::permits).containsExactly(1, 5, 5);
    }

    @Test
    void noMorePermitsAreReservedThanCallsAreExpected() throws InterruptedException {
        pacer.expect(API, 9);
        for (int n = 0; n < 9; n++) {
            call(Feedback.SUCCEEDED);
        }
        // 6 one by one: the burst, and the first that has to wait.
        assertThat(store.asks).extracting(Ask::permits).containsExactly(1, 1, 1, 1, 1, 1, 3);
    }

    @Test
    void callsThatNobodyExpectedReserveOneByOne() throws InterruptedException {
        for (int n = 0; n < 3; n++) {
            call(Feedback.SUCCEEDED);
        }
        assertThat(store.asks).extracting(Ask::permits).containsExactly(1, 1, 1);
    }

    @Test
    void aLineReservesForAllThatStandInIt() throws InterruptedException {
        time.run(() -> {
            call(Feedback.SUCCEEDED);
            for (int n = 0; n < 20; n++) {
                time.start(() -> call(Feedback.SUCCEEDED));
            }
        });
        assertThat(store.asks).hasSizeLessThan(12);
    }

    @Test
    void successesAreReportedWithTheNextReservation() throws InterruptedException {
        call(Feedback.SUCCEEDED);
        call(Feedback.NO_EVIDENCE);
        call(Feedback.SUCCEEDED);
        call(Feedback.SUCCEEDED);

        assertThat(store.asks).extracting(Ask::successes).containsExactly(0, 1, 0, 1);
    }

    @Test
    void aThrottleTakesAllPermitsBack() throws InterruptedException {
        pacer.expect(API, 50);
        call(Feedback.SUCCEEDED);
        call(Feedback.THROTTLED);
        call(Feedback.SUCCEEDED);
        call(Feedback.SUCCEEDED);

        // After 4 + 1 permits were reserved and the bucket emptied, the next is due half a second later.
        assertThat(sent).containsExactly(0L, 0L, 500L, 1000L);
    }

    @Test
    void aThrottleSendsTheCallsInLineBack() throws InterruptedException {
        time.run(() -> {
            for (int n = 0; n < 5; n++) {
                call(Feedback.SUCCEEDED);
            }
            for (int n = 0; n < 10; n++) {
                time.start(() -> call(Feedback.SUCCEEDED));
            }
            time.pass(Duration.ofMillis(1_600));
            pacer.learn(API, time.now().minusMillis(1), Feedback.THROTTLED);
        });

        assertThat(sent.subList(0, 8)).containsExactly(0L, 0L, 0L, 0L, 0L, 500L, 1000L, 1500L);
        assertThat(sent.get(8)).isBetween(2100L, 4100L);
        List<Long> rest = sent.subList(8, 15);
        for (int n = 1; n < rest.size(); n++) {
            assertThat(rest.get(n) - rest.get(n - 1)).isEqualTo(500L);
        }
    }

    @Test
    void aShortRunUsesTheWholeBurst() throws InterruptedException {
        pacer.expect(API, 50);
        for (int n = 0; n < 50; n++) {
            call(Feedback.SUCCEEDED);
        }
        assertThat(time.passed()).isEqualTo(Duration.ofMillis(22_500));
    }

    @Test
    void aLongRunKeepsAPermitBack() throws InterruptedException {
        pacer.expect(API, 51);
        for (int n = 0; n < 51; n++) {
            call(Feedback.SUCCEEDED);
        }
        assertThat(time.passed()).isEqualTo(Duration.ofMillis(23_500));
    }

    @Test
    void aBurstOfOneIsNotKeptBack() throws InterruptedException {
        Pacer single = pacer(new Quota(2, 1));
        single.expect(API, 100);

        assertThat(single.acquire(API, NEVER)).contains(START);
    }

    @Test
    void pacersWithOneStoreShareTheQuota() throws InterruptedException {
        Pacer other = pacer(new Quota(2, 5));
        List<Instant> starts = new ArrayList<>();
        time.run(() -> {
            for (Pacer each : List.of(pacer, other)) {
                time.start(() -> {
                    for (int n = 0; n < 50; n++) {
                        Instant start = each.acquire(API, NEVER).orElseThrow();
                        starts.add(start);
                        each.learn(API, start, Feedback.SUCCEEDED);
                    }
                });
            }
        });

        ServiceBucket service = new ServiceBucket(new Quota(2, 5));
        assertThat(starts).hasSize(100).allMatch(service::admits);
        assertThat(time.passed()).isEqualTo(Duration.ofMillis(47_500));
    }

    private void call(Feedback feedback) throws InterruptedException {
        Instant since = pacer.acquire(API, NEVER).orElseThrow();
        note();
        pacer.learn(API, since, feedback);
    }

    private void call(Duration latency) throws InterruptedException {
        Instant since = pacer.acquire(API, NEVER).orElseThrow();
        note();
        time.pass(latency);
        pacer.learn(API, since, Feedback.SUCCEEDED);
    }

    private void note() {
        sent.add(time.passed().toMillis());
    }

    private Pacer pacer(Quota quota) {
        return new Pacer(store, new Quotas(quota, quota, Map.of()), time);
    }

    /// Remembers what was asked of it.
    private static final class RecordingStore implements QuotaStore {
        private final QuotaStore store = new InMemoryQuotaStore();
        private final List<Ask> asks = new ArrayList<>();
        private Instant furthest = START;

        @Override
        public List<Instant> reserve(Api api, Quota quota, Ask ask, Instant now) {
            asks.add(ask);
            List<Instant> starts = store.reserve(api, quota, ask, now);
            furthest = Optional.of(starts.getLast()).filter(furthest::isBefore).orElse(furthest);
            return starts;
        }

        @Override
        public void firstAnswered(Api api, Quota quota, Instant now) {
            store.firstAnswered(api, quota, now);
        }

        @Override
        public void throttled(Api api, Quota quota, Instant sentAt, Instant now) {
            store.throttled(api, quota, sentAt, now);
        }
    }
}
