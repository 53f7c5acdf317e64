package io.numberferry.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.Race;
import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import io.numberferry.throttle.Ask;
import io.numberferry.throttle.Bucket;
import io.numberferry.throttle.QuotaStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// What every quota store promises: to be the arithmetic of [Bucket], with a memory.
abstract class QuotaStoreContract {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");
    static final Quota QUOTA = new Quota(2, 5);
    static final Api API = Api.CLAIM_PHONE_NUMBER;

    /// A store that nobody has used.
    abstract QuotaStore store();

    static Ask permits(int number) {
        return new Ask(number, 0);
    }

    @Test
    void permitsFollowEachOtherOverSeveralAsks() {
        QuotaStore store = store();
        List<Instant> expected = Bucket.full().reserve(QUOTA, permits(12), NOW).starts();

        assertThat(store.reserve(API, QUOTA, permits(4), NOW)).isEqualTo(expected.subList(0, 4));
        assertThat(store.reserve(API, QUOTA, permits(7), NOW)).isEqualTo(expected.subList(4, 11));
        assertThat(store.reserve(API, QUOTA, permits(1), NOW)).isEqualTo(expected.subList(11, 12));
    }

    @Test
    void eachApiHasItsOwnBucket() {
        QuotaStore store = store();
        store.reserve(Api.UPDATE_PHONE_NUMBER, QUOTA, permits(50), NOW);
        store.reserve(Api.UPDATE_CHIME_NUMBER, QUOTA, permits(50), NOW);

        assertThat(store.reserve(API, QUOTA, permits(1), NOW)).containsExactly(NOW);
    }

    @Test
    void throttlesAndSuccessesAreRemembered() {
        QuotaStore store = store();
        Instant later = NOW.plusSeconds(1);
        Instant muchLater = NOW.plusSeconds(5);
        store.throttled(API, QUOTA, NOW, later);
        store.throttled(API, QUOTA, later.plusMillis(1), muchLater);
        List<Instant> starts = store.reserve(API, QUOTA, new Ask(3, 40), muchLater);

        Bucket bucket = Bucket.full().throttled(QUOTA, NOW, later).throttled(QUOTA, later.plusMillis(1), muchLater);
        assertThat(starts)
                .isEqualTo(bucket.reserve(QUOTA, new Ask(3, 40), muchLater).starts());
        assertThat(starts)
                .isNotEqualTo(bucket.reserve(QUOTA, permits(3), muchLater).starts());
    }

    @Test
    void theFirstAnswerMovesTheBucket() {
        QuotaStore store = store();
        store.reserve(API, QUOTA, permits(1), NOW);
        Instant answered = NOW.plusMillis(600);
        store.firstAnswered(API, QUOTA, answered);

        Bucket bucket = Bucket.full().reserve(QUOTA, permits(1), NOW).next().countingFrom(QUOTA, answered);
        assertThat(store.reserve(API, QUOTA, permits(6), answered))
                .isEqualTo(bucket.reserve(QUOTA, permits(6), answered).starts());
    }

    @Test
    void noPermitIsGivenTwice() throws Exception {
        QuotaStore store = store();
        Callable<List<Instant>> worker = () -> store.reserve(API, QUOTA, permits(3), NOW);

        List<Instant> all = Race.of(Collections.nCopies(16, worker)).stream()
                .flatMap(List::stream)
                .sorted()
                .toList();

        assertThat(all).isEqualTo(Bucket.full().reserve(QUOTA, permits(48), NOW).starts());
        assertThat(all.getLast()).isEqualTo(NOW.plus(Duration.ofMillis(43 * 500)));
    }
}
