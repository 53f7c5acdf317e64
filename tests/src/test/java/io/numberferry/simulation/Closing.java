package io.numberferry.simulation;

import io.numberferry.function.CloseAnswer;
import io.numberferry.function.JobSteps;
import io.numberferry.report.Ending;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// The closing of an execution that ended without its report, as close.asl.json says. One that fails is redriven until
/// it succeeds.
///
/// @param name in the place of its own ARN
record Closing(VirtualTime time, Retrying lambda, Functions functions, Execution execution, String name) {
    private static final Duration HAND_OVER = Duration.ofSeconds(30);
    private static final Duration UNTIL_A_REDRIVE = Duration.ofMinutes(1);

    /// @return the end that it has reported; empty when there was nothing to close
    Optional<News.End> run() throws InterruptedException {
        Instant began = time.now();
        while (true) {
            CloseAnswer answer = untilDone("close", worker -> functions.close(execution, name, began, worker));
            switch (answer.next()) {
                case WAIT -> time.sleepUntil(Instant.parse(Objects.requireNonNull(answer.resumeAt())));
                case AGAIN -> time.pass(HAND_OVER);
                case NOTHING -> {
                    return Optional.empty();
                }
                case REPORT -> {
                    Ending ending = JobSteps.ending(Objects.requireNonNull(answer.report()));
                    return untilDone("report", _ -> functions.report(execution, name, began, ending))
                            .map(_ -> new News.End(execution.name(), ending.at(), ending.state(), true));
                }
            }
        }
    }

    private <T> T untilDone(String what, Lambda.Function<T> function) throws InterruptedException {
        Optional<T> answer = Optional.empty();
        while (answer.isEmpty()) {
            answer = lambda.task(execution.job().id(), what, Retrying.RETRIES, function, () -> true)
                    .answer();
            if (answer.isEmpty()) {
                time.pass(UNTIL_A_REDRIVE);
            }
        }
        return answer.get();
    }
}
