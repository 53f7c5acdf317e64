package io.numberferry.simulation;

import io.numberferry.domain.JobId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Compares a report with the manifest and with what the witness saw.
record Audit(Witness witness, JobId job) {
    private static final Set<String> OUTCOMES =
            Set.of("SUCCEEDED", "UNCHANGED", "REJECTED", "DUPLICATE", "FAILED", "NOT_ATTEMPTED", "UNKNOWN");

    /// Failures that leave something done.
    private static final Set<String> PARTLY = Set.of("FLOW_NOT_ATTACHED", "PARTLY_DONE");

    /// @param last whether nobody works on the job any more
    void of(byte[] bytes, boolean last) {
        List<Map<String, String>> records = ReadReport.of(bytes).records();
        Map<String, Map<String, String>> byLine = new HashMap<>();
        for (Map<String, String> record : records) {
            if (byLine.put(cell(record, "line"), record) != null) {
                witness.violated("line " + cell(record, "line") + " is reported twice");
            }
        }
        List<Wish> wishes = witness.wishes(job);
        if (records.size() != wishes.size()) {
            witness.violated(records.size() + " of " + wishes.size() + " rows are reported");
        }
        for (Wish wish : wishes) {
            Optional.ofNullable(byLine.get(Integer.toString(wish.line())))
                    .ifPresentOrElse(
                            record -> check(wish, record, last),
                            () -> witness.violated("line " + wish.line() + " is not reported"));
        }
        Map<String, Long> counts = records.stream()
                .map(record -> cell(record, "outcome"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        if (!OUTCOMES.containsAll(counts.keySet())) {
            witness.violated("no such outcome: " + counts.keySet());
        }
    }

    private void check(Wish wish, Map<String, String> record, boolean last) {
        String outcome = cell(record, "outcome");
        String code = cell(record, "code");
        String told = "line " + wish.line() + ", " + wish.kind() + ", is reported as " + outcome + " " + code + ": "
                + cell(record, "message");
        int effects = witness.effects(job, wish);
        switch (outcome) {
            case "SUCCEEDED" -> require(witness.held(job, wish), "was never so: " + told);
            case "UNKNOWN" ->
                require(
                        !last || witness.isDoubtful(job, wish) || witness.wasTakenOver(job, wish),
                        "a read could tell: " + told);
            default -> require(!last || effects == 0 || PARTLY.contains(code), "had an effect: " + told);
        }
    }

    private void require(boolean right, String otherwise) {
        if (!right) {
            witness.violated(otherwise);
        }
    }

    private static String cell(Map<String, String> record, String column) {
        return record.getOrDefault(column, "");
    }
}
