package io.numberferry.apply;

import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.move;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Failure;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Target.VoiceConnectorGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakerTest {
    private static final Operation CLAIM = claim(OREGON);
    private static final Failure FULL = new Failure(Kind.TARGET, "ServiceQuotaExceededException", "full");
    private static final Failure DENIED = new Failure(Kind.JOB, "AccessDeniedException", "no");

    private final Breaker breaker = new Breaker();

    @Test
    void nothingIsStoppedAtFirst() {
        assertThat(breaker.stops(CLAIM)).isEmpty();
    }

    @Test
    void aTargetAtFaultStopsItsOperationAtOnce() {
        breaker.failed(CLAIM, FULL);

        assertThat(breaker.stops(claim(OREGON))).contains(FULL);
    }

    @Test
    void aTargetAtFaultStopsNoOtherTarget() {
        breaker.failed(CLAIM, FULL);

        assertThat(breaker.stops(claim(OHIO))).isEmpty();
    }

    @Test
    void aTargetAtFaultStopsNoOtherOperation() {
        breaker.failed(CLAIM, FULL);

        assertThat(breaker.stops(move(OREGON))).isEmpty();
    }

    @Test
    void aCallerAtFaultIsStoppedAtTheThirdRefusal() {
        breaker.failed(CLAIM, DENIED);
        breaker.failed(CLAIM, DENIED);
        assertThat(breaker.stops(CLAIM)).isEmpty();

        breaker.failed(CLAIM, DENIED);
        assertThat(breaker.stops(CLAIM)).contains(DENIED);
        assertThat(breaker.stops(move(OREGON))).isEmpty();
    }

    @Test
    void aSuccessInBetweenStartsTheCountAgain() {
        breaker.failed(CLAIM, DENIED);
        breaker.failed(CLAIM, DENIED);
        breaker.succeeded(CLAIM);
        breaker.failed(CLAIM, DENIED);
        breaker.failed(CLAIM, DENIED);

        assertThat(breaker.stops(CLAIM)).isEmpty();
    }

    @Test
    void theSuccessOfARowThatWasUnderWayReopensNothing() {
        breaker.failed(CLAIM, FULL);
        breaker.succeeded(CLAIM);

        assertThat(breaker.stops(CLAIM)).contains(FULL);
    }

    @Test
    void tenRefusalsOfTheCallerStopTheWholeLane() {
        for (int n = 1; n <= 10; n++) {
            assertThat(breaker.stops(move(OHIO))).isEmpty();
            breaker.failed(Samples.associate(new VoiceConnectorGroup("group " + n)), DENIED);
        }
        assertThat(breaker.stops(move(OHIO))).contains(DENIED);
    }

    @Test
    void anySuccessKeepsTheLaneGoing() {
        for (int n = 1; n <= 20; n++) {
            breaker.failed(Samples.associate(new VoiceConnectorGroup("group " + n)), DENIED);
            if (n % 9 == 0) {
                breaker.succeeded(move(OHIO));
            }
        }
        assertThat(breaker.stops(move(OREGON))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TARGET", "JOB"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatConcernsOneRowStopsNoOther(Kind kind) {
        for (int n = 1; n <= 20; n++) {
            breaker.failed(CLAIM, new Failure(kind, "Code", "text"));
        }
        assertThat(breaker.stops(CLAIM)).isEmpty();
    }
}
