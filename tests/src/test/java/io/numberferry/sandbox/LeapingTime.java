package io.numberferry.sandbox;

import io.numberferry.throttle.Timeline;
import java.time.Duration;
import java.time.Instant;

/// A clock that jumps over waits. Whoever shares it sees the same time, so quotas and confirmations behave
/// as in real time, and a run takes as long as its work. Waits that only let another thread on are real.
public final class LeapingTime implements Timeline {
    private static final Duration YIELD = Duration.ofMillis(20);

    private Duration leapt = Duration.ZERO;

    @Override
    public synchronized Instant now() {
        return Instant.now().plus(leapt);
    }

    @Override
    public void sleepUntil(Instant instant) throws InterruptedException {
        Duration left = Duration.between(now(), instant);
        if (left.compareTo(YIELD) <= 0) {
            Thread.sleep(left.isNegative() ? Duration.ZERO : left);
        } else {
            leapTo(instant);
        }
    }

    private synchronized void leapTo(Instant instant) {
        Duration left = Duration.between(Instant.now().plus(leapt), instant);
        leapt = left.isNegative() ? leapt : leapt.plus(left);
    }
}
