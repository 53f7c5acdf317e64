package io.numberferry.simulation;

import io.numberferry.aws.executions.PastExecution;
import io.numberferry.domain.JobId;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Step Functions knows of executions.
final class Executions {
    private static final Duration LATENCY = Duration.ofMillis(20);

    private final List<Execution> all = new ArrayList<>();

    void add(Execution execution) {
        all.add(execution);
    }

    /// Those of a job, in the order of their starts.
    List<Execution> of(JobId job) {
        return all.stream()
                .filter(execution -> execution.job().id().equals(job))
                .toList();
    }

    /// What it says of one; that takes time.
    Optional<PastExecution> read(String name, VirtualTime time) {
        time.pass(LATENCY);
        return all.stream()
                .filter(execution -> execution.name().equals(name))
                .findFirst()
                .map(Execution::past);
    }
}
