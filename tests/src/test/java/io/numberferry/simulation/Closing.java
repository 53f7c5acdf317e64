package io.numberferry.simulation;

import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The closing of an execution that ended without its report, as close.asl.json and CloseFunction say. One that fails
/// is redriven until it succeeds.
record Closing(VirtualTime time, Retrying lambda, Functions functions, Execution execution) {
    /// `WORKERS_GONE_SECONDS` of template.yaml.
    private static final Duration WORKERS_GONE = Duration.ofMinutes(16);

    private static final Duration PATIENCE = Duration.ofHours(3);
    private static final Duration HAND_OVER = Duration.ofSeconds(30);
    private static final Duration UNTIL_A_REDRIVE = Duration.ofMinutes(1);

    void run() throws InterruptedException {
        Instant ended = execution.endedAt();
        time.sleepUntil(ended.plus(WORKERS_GONE));
        Instant patience = ended.plus(PATIENCE);
        for (int remaining = settle(); remaining > 0 && time.now().isBefore(patience); remaining = settle()) {
            time.pass(HAND_OVER);
        }
        untilDone("report", _ -> functions.report(execution, execution.ending()));
    }

    private int settle() throws InterruptedException {
        return execution.plan().isPresent()
                ? untilDone("close", worker -> functions.settle(execution.plan().get(), worker))
                : 0;
    }

    private <T> T untilDone(String name, Lambda.Function<T> function) throws InterruptedException {
        Optional<T> answer = Optional.empty();
        while (answer.isEmpty()) {
            answer = lambda.task(execution.job().id(), name, Retrying.RETRIES, function, () -> true)
                    .answer();
            if (answer.isEmpty()) {
                time.pass(UNTIL_A_REDRIVE);
            }
        }
        return answer.get();
    }
}
