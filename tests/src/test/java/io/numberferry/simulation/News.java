package io.numberferry.simulation;

import io.numberferry.domain.JobId;
import io.numberferry.report.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The ends of jobs, and those that were announced. The end of an execution that failed before any row of its own
/// could begin counts for nothing but itself: a closing of an earlier end may still come after it.
record News(Witness witness, Map<JobId, List<End>> ends, Map<JobId, List<End>> announced) {

    /// An end of an execution, which a redriven one has more than one of.
    ///
    /// @param begun whether rows of its own could begin
    record End(String execution, Instant at, Ending.State state, boolean begun) {
        static End of(Execution execution) {
            Ending ending = execution.ending();
            return new End(execution.name(), ending.at(), ending.state(), !execution.hasReport());
        }

        boolean isAfter(End other) {
            return begun && other.begun && at.isAfter(other.at);
        }
    }

    News(Witness witness) {
        this(witness, new HashMap<>(), new HashMap<>());
    }

    void ended(JobId job, End end) {
        ends.computeIfAbsent(job, _ -> new ArrayList<>()).add(end);
    }

    void announced(JobId job, End end) {
        List<End> before = announced.computeIfAbsent(job, _ -> new ArrayList<>());
        if (before.contains(end)) {
            witness.violated("announced twice: " + end);
        }
        before.stream()
                .filter(other -> other.isAfter(end))
                .findFirst()
                .ifPresent(other -> witness.violated(end + " is announced after a later one: " + other));
        before.add(end);
    }

    /// When all is over: the last end of a job has been announced, and its report says what was announced last.
    ///
    /// @param state of the report
    void audit(JobId job, String state) {
        List<End> told = announced.getOrDefault(job, List.of());
        ends.getOrDefault(job, List.of()).stream()
                .filter(end -> told.stream().noneMatch(other -> other.equals(end) || other.isAfter(end)))
                .findFirst()
                .ifPresent(end -> witness.violated("never announced: " + end));
        if (!told.isEmpty() && !told.getLast().state().name().equals(state)) {
            witness.violated("the report says " + state + " after " + told.getLast());
        }
    }
}
