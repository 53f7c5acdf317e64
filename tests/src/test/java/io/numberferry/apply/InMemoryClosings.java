package io.numberferry.apply;

import io.numberferry.domain.JobId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The model of what is known of closings.
public final class InMemoryClosings implements Closings {
    private record Taken(Instant stoppedAt, String closing) {}

    private final Map<JobId, Set<String>> executions = new HashMap<>();
    private final Map<JobId, Taken> taken = new HashMap<>();

    @Override
    public synchronized void goesOn(JobId job, String execution) {
        executions.computeIfAbsent(job, _ -> new LinkedHashSet<>()).add(execution);
    }

    @Override
    public synchronized Set<String> executions(JobId job) {
        return new LinkedHashSet<>(executions.getOrDefault(job, Set.of()));
    }

    @Override
    public synchronized boolean take(JobId job, Instant stoppedAt, String closing) {
        Taken before = taken.getOrDefault(job, new Taken(Instant.MIN, closing));
        boolean free = before.closing().equals(closing) || before.stoppedAt().isBefore(stoppedAt);
        if (free) {
            taken.put(job, new Taken(stoppedAt, closing));
        }
        return free;
    }

    @Override
    public synchronized boolean has(JobId job, Instant stoppedAt, String closing) {
        return new Taken(stoppedAt, closing).equals(taken.get(job));
    }
}
