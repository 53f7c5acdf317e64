package io.numberferry.sandbox;

import io.numberferry.sandbox.statemachine.SystemTimeline;
import io.numberferry.sandbox.statemachine.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

/// The workers' clock, as the state machine sees it.
record LaptopTimeline(io.numberferry.throttle.Timeline timeline) implements Timeline {
    @Override
    public Instant now() {
        return timeline.now();
    }

    @Override
    public void sleep(Duration delay) throws InterruptedException {
        timeline.sleepUntil(timeline.now().plus(delay));
    }

    @Override
    public <T> T within(Duration limit, Work<T> work) throws InterruptedException, TimeoutException {
        return new SystemTimeline().within(limit, work);
    }
}
