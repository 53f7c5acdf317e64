package io.numberferry.simulation;

import io.numberferry.apply.Closings;
import io.numberferry.domain.JobId;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/// What is known of closings, at the other end of a network that takes time and fails.
record SeenClosings(Closings table, MemoryS3.Way way) implements Closings {

    private <T> T across(String request, Supplier<T> work) {
        way.there(request);
        T answer = work.get();
        way.back(request);
        return answer;
    }

    @Override
    public void goesOn(JobId job, String execution) {
        across("goesOn", () -> {
            table.goesOn(job, execution);
            return true;
        });
    }

    @Override
    public Set<String> executions(JobId job) {
        return across("executions", () -> table.executions(job));
    }

    @Override
    public boolean take(JobId job, Instant stoppedAt, String closing) {
        return across("take an end", () -> table.take(job, stoppedAt, closing));
    }

    @Override
    public boolean has(JobId job, Instant stoppedAt, String closing) {
        return across("has an end", () -> table.has(job, stoppedAt, closing));
    }
}
