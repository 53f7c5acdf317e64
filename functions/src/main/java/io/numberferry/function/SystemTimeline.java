package io.numberferry.function;

import io.numberferry.throttle.Timeline;
import java.time.Duration;
import java.time.Instant;

/// The real clock.
public final class SystemTimeline implements Timeline {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleepUntil(Instant instant) throws InterruptedException {
        Duration left = Duration.between(Instant.now(), instant);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }
}
