package io.numberferry.sandbox.statemachine;

import io.numberferry.sandbox.statemachine.ExecutionEvent.TaskRetried;
import java.time.Duration;
import java.util.Optional;

/// Tries a state until it works, its retriers give up, or a catcher leads elsewhere.
///
/// An error anywhere in the state counts, also in its arguments and its output.
final class Attempts {
    private Attempts() {}

    interface Attempt {
        Step run(Visit visit) throws InterruptedException;
    }

    static Step run(Recovery recovery, Visit visit, Attempt attempt) throws InterruptedException {
        RetryBudget budget =
                new RetryBudget(recovery.retriers(), visit.execution().ports().random());
        for (Visit current = visit; ; current = current.retried(current.retries() + 1)) {
            try {
                return attempt.run(current);
            } catch (StateFailure failure) {
                Optional<Duration> delay = budget.delayAfter(failure.errorOutput());
                if (delay.isEmpty()) {
                    return caught(recovery, current, failure);
                }
                pause(current, failure, delay.get());
            }
        }
    }

    private static void pause(Visit visit, StateFailure failure, Duration delay) throws InterruptedException {
        Execution execution = visit.execution();
        execution
                .listener()
                .on(new TaskRetried(
                        execution.arn(),
                        execution.now(),
                        visit.state().name(),
                        visit.retries() + 1,
                        failure.errorOutput().error(),
                        delay));
        execution.ports().timeline().sleep(delay);
    }

    private static Step caught(Recovery recovery, Visit visit, StateFailure failure) {
        ErrorOutput errorOutput = failure.errorOutput();
        for (Recovery.Catcher catcher : recovery.catchers()) {
            if (ErrorNames.matches(catcher.errorEquals(), errorOutput.error())) {
                return visit.leave(
                        catcher.effects(),
                        visit.caught(errorOutput),
                        errorOutput.json(),
                        new Transition.To(catcher.next()));
            }
        }
        throw failure;
    }
}
