package io.numberferry.report;

import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Status;
import java.util.EnumMap;
import java.util.Map;

/// Counts rows by outcome word and by code.
final class Tally {
    private final Map<Status, Integer> outcomes = new EnumMap<>(Status.class);
    private final Map<Reason, Integer> codes = new EnumMap<>(Reason.class);

    Tally() {
        for (Status status : Status.values()) {
            outcomes.put(status, 0);
        }
    }

    void add(Outcome outcome) {
        outcomes.merge(outcome.status(), 1, Integer::sum);
        codes.merge(outcome.reason(), 1, Integer::sum);
    }

    /// All seven words, zeros included.
    Map<Status, Integer> outcomes() {
        return outcomes;
    }

    /// Only the codes that occurred.
    Map<Reason, Integer> codes() {
        return codes;
    }

    int count(Reason reason) {
        return codes.getOrDefault(reason, 0);
    }

    int total() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }
}
