package io.numberferry.throttle;

import static io.numberferry.throttle.VirtualTime.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.numberferry.domain.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketTest {
    private static final Quota QUOTA = new Quota(2, 5);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Random random = new Random(1);

    @Test
    void aFullBucketGivesTheBurstAtOnceAndThenTheRate() {
        assertThat(offsets(starts(Bucket.full(), 8, START))).containsExactly(0L, 0L, 0L, 0L, 0L, 500L, 1000L, 1500L);
    }

    @ParameterizedTest
    @CsvSource({"2, 5, 400", "50, 100, 2000", "0.1, 1, 30", "7, 3, 333", "1000, 1, 5000"})
    void theNthStartIsAtNMinusBurstIntervals(double rate, int burst, int n) {
        Quota quota = new Quota(rate, burst);
        Instant last =
                Bucket.full().reserve(quota, new Ask(n, 0), START).starts().getLast();

        assertThat(seconds(last)).isCloseTo((n - burst) / rate, within(1e-5));
    }

    @Test
    void oneLargeAskEqualsManySmallOnes() {
        for (int n = 0; n < 200; n++) {
            Bucket one = someBucket();
            int permits = 1 + random.nextInt(40);
            Bucket.Reservation large = one.reserve(QUOTA, new Ask(permits, 0), START);
            Bucket small = one;
            List<Instant> starts = new ArrayList<>();
            while (starts.size() < permits) {
                int some = 1 + random.nextInt(permits - starts.size());
                Bucket.Reservation part = small.reserve(QUOTA, new Ask(some, 0), START);
                starts.addAll(part.starts());
                small = part.next();
            }

            assertThat(starts).isEqualTo(large.starts());
            assertThat(small).isEqualTo(large.next());
        }
    }

    @Test
    void noWindowHoldsMoreThanTheBurstAndTheRateOfItsLength() {
        for (int round = 0; round < 50; round++) {
            List<Instant> starts = startsAtRandomTimes(200);
            for (int from = 0; from < starts.size(); from++) {
                for (int to = from; to < starts.size(); to++) {
                    double seconds =
                            Duration.between(starts.get(from), starts.get(to)).toNanos() / 1e9;
                    assertThat(to - from + 1.0).isLessThanOrEqualTo(5 + 2 * seconds + 1e-6);
                }
            }
        }
    }

    @Test
    void aStrictServiceRefusesNoneOfTheStarts() {
        for (int round = 0; round < 50; round++) {
            ServiceBucket service = new ServiceBucket(QUOTA);
            assertThat(startsAtRandomTimes(500)).allMatch(service::admits);
        }
    }

    @Test
    void startsNeverLieInThePast() {
        Bucket.Reservation first = Bucket.full().reserve(QUOTA, new Ask(5, 0), START);
        Instant later = START.plusSeconds(100);

        assertThat(starts(first.next(), 6, later)).startsWith(later, later).endsWith(later.plus(INTERVAL));
    }

    @Test
    void aClockThatGoesBackDelaysNobodyMoreThanTheDifference() {
        Bucket bucket = Bucket.full().reserve(QUOTA, new Ask(5, 0), START).next();

        assertThat(starts(bucket, 1, START.minusSeconds(3))).containsExactly(START.plus(INTERVAL));
    }

    @Test
    void theFirstThrottleOfAnEpisodeOnlyEmptiesTheBucket() {
        Bucket bucket = Bucket.full().throttled(QUOTA, START, START.plusMillis(100));

        assertThat(bucket.factor()).isEqualTo(1);
        assertThat(offsets(starts(bucket, 3, START.plusMillis(100)))).containsExactly(600L, 1100L, 1600L);
    }

    @Test
    void aThrottleAfterTheBucketWasEmptiedCutsTheRate() {
        Bucket bucket = Bucket.full()
                .throttled(QUOTA, START, START.plusMillis(100))
                .throttled(QUOTA, START.plusMillis(600), START.plusMillis(700));

        assertThat(bucket.factor()).isCloseTo(0.7, within(1e-9));
        assertThat(offsets(starts(bucket, 2, START.plusMillis(700)))).containsExactly(1414L, 2128L);
    }

    @Test
    void throttlesOfCallsThatWereUnderWayTogetherCountOnce() {
        Bucket once = Bucket.full().throttled(QUOTA, START, START.plusMillis(100));

        assertThat(once.throttled(QUOTA, START.plusMillis(50), START.plusMillis(150)))
                .isEqualTo(once);
        assertThat(once.throttled(QUOTA, START.plusMillis(100), START.plusMillis(150)))
                .isEqualTo(once);
    }

    @Test
    void aThrottleLongAfterTheLastBeginsANewEpisode() {
        Bucket bucket = Bucket.full()
                .throttled(QUOTA, START, START)
                .throttled(QUOTA, START.plusSeconds(10), START.plusSeconds(10));

        assertThat(bucket.factor()).isEqualTo(1);
    }

    @Test
    void theRateIsNeverCutBelowATwentieth() {
        Bucket bucket = Bucket.full();
        for (int n = 1; n <= 100; n++) {
            bucket = bucket.throttled(QUOTA, START.plusSeconds(n), START.plusSeconds(n));
        }
        assertThat(bucket.factor()).isEqualTo(0.05);
    }

    @Test
    void successesRaiseTheRateUpToTheQuota() {
        assertThat(factorAfter(50, 0.9)).isCloseTo(Math.cbrt(0.729 + 0.15), within(1e-9));
        assertThat(factorAfter(1, 0.9)).isCloseTo(0.901, within(5e-4));
        assertThat(factorAfter(1_000, 0.9)).isEqualTo(1);
    }

    @Test
    void theLowerTheRateTheFasterItIsRaised() {
        assertThat(factorAfter(1, 0.05)).isGreaterThan(0.14);
        assertThat(factorAfter(10, 0.05)).isGreaterThan(0.3);
    }

    @Test
    void successesOneByOneRaiseTheRateAsTogether() {
        Bucket oneByOne = new Bucket(START, 0.3, START);
        for (int n = 0; n < 50; n++) {
            oneByOne = oneByOne.reserve(QUOTA, new Ask(1, 1), START).next();
        }
        assertThat(oneByOne.factor()).isCloseTo(factorAfter(50, 0.3), within(1e-9));
    }

    @Test
    void whatIsMissingInTheBucketIsFilledAtTheNewRate() {
        // Empty at a tenth of the rate: 5 calls are missing, which take 25 seconds.
        Bucket empty = new Bucket(START.plusSeconds(25), 0.1, START);

        assertThat(offsets(starts(empty, 1, START))).containsExactly(5_000L);
        assertThat(offsets(empty.reserve(QUOTA, new Ask(1, 1_000), START).starts()))
                .containsExactly(500L);
    }

    @Test
    void aFirstCallThatCameLateCountsFromItsAnswer() {
        Bucket.Reservation first = Bucket.full().reserve(QUOTA, new Ask(1, 0), START);
        Instant answered = START.plusSeconds(30);

        assertThat(offsets(starts(first.next().countingFrom(QUOTA, answered), 5, answered)))
                .containsExactly(30_000L, 30_000L, 30_000L, 30_000L, 30_500L);
    }

    @Test
    void aFirstCallDoesNotShortenWhatOthersReserved() {
        Bucket busy = Bucket.full().reserve(QUOTA, new Ask(50, 0), START).next();

        assertThat(busy.countingFrom(QUOTA, START.plusSeconds(1))).isEqualTo(busy);
    }

    @Test
    void aFactorOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new Bucket(START, 1.01, START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a factor is from 0.05 to 1, not 1.01");
        assertThatThrownBy(() -> new Bucket(START, 0.04, START)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAskIsForSomething() {
        assertThatThrownBy(() -> new Ask(0, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an ask is for at least 1 permit after at least 0 successes, not 0 after 3");
    }

    private List<Instant> startsAtRandomTimes(int count) {
        Bucket bucket = Bucket.full();
        List<Instant> starts = new ArrayList<>();
        Instant now = START;
        while (starts.size() < count) {
            now = now.plusMillis(random.nextInt(8_000));
            Bucket.Reservation reservation = bucket.reserve(QUOTA, new Ask(1 + random.nextInt(12), 0), now);
            starts.addAll(reservation.starts());
            bucket = reservation.next();
        }
        return starts;
    }

    private Bucket someBucket() {
        double factor = random.nextDouble(Bucket.LEAST_FACTOR, 1);
        return new Bucket(START.plusMillis(random.nextInt(-5_000, 5_000)), factor, START);
    }

    private static double factorAfter(int successes, double factor) {
        return new Bucket(START, factor, START)
                .reserve(QUOTA, new Ask(1, successes), START)
                .next()
                .factor();
    }

    private static List<Instant> starts(Bucket bucket, int permits, Instant now) {
        return bucket.reserve(QUOTA, new Ask(permits, 0), now).starts();
    }

    /// Milliseconds since the start.
    private static List<Long> offsets(List<Instant> starts) {
        return starts.stream()
                .map(start -> Duration.between(START, start).toMillis())
                .toList();
    }

    private static double seconds(Instant instant) {
        return Duration.between(START, instant).toNanos() / 1e9;
    }
}
