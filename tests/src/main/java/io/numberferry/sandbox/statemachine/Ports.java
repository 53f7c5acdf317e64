package io.numberferry.sandbox.statemachine;

import java.util.random.RandomGenerator;

/// What a state machine needs from outside. All are used by several threads at once.
///
/// @param random for jitter, `$random` and `$uuid`; must be safe for several threads, as `java.util.Random`
///         is
/// @param tokens of the tasks that wait for an answer
public record Ports(
        LambdaInvoker lambda,
        ObjectSource objects,
        EventBus events,
        Timeline timeline,
        RandomGenerator random,
        TaskTokens tokens) {
    public Ports(
            LambdaInvoker lambda, ObjectSource objects, EventBus events, Timeline timeline, RandomGenerator random) {
        this(lambda, objects, events, timeline, random, new TaskTokens());
    }
}
