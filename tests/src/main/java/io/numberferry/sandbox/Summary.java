package io.numberferry.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.numberferry.sandbox.statemachine.ExecutionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `summary.json` says, for the last lines on the terminal and the exit status.
record Summary(JsonNode json) {
    static Summary read(Path directory, ExecutionResult result) throws IOException {
        Path file = directory.resolve("summary.json");
        if (!Files.exists(file)) {
            throw new Refusal("the job left no report: " + result);
        }
        return new Summary(new ObjectMapper().readTree(file.toFile()));
    }

    int rows() {
        return json.path("rows").asInt();
    }

    /// Why the job ended early; empty when it did not.
    String cause() {
        return json.path("cause").asText("");
    }

    /// What has changed since a dry run of the same file; empty when there was none.
    Optional<String> sinceCheck() {
        for (JsonNode warning : json.path("warnings")) {
            if (warning.path("code").asText().equals("SINCE_CHECK")) {
                return Optional.of(warning.path("message").asText());
            }
        }
        return Optional.empty();
    }

    boolean isGood(boolean dryRun) {
        JsonNode outcomes = json.path("outcomes");
        return dryRun
                ? outcomes.path("REJECTED").asInt() == 0
                : outcomes.path("SUCCEEDED").asInt()
                                + outcomes.path("UNCHANGED").asInt()
                        == rows();
    }

    /// For example `25 rows: 12 SUCCEEDED, 3 FAILED`.
    String sentence() {
        List<String> parts = new ArrayList<>();
        json.path("outcomes").properties().forEach(outcome -> {
            if (outcome.getValue().asInt() > 0) {
                parts.add(outcome.getValue().asInt() + " " + outcome.getKey());
            }
        });
        return rows() + " rows: " + String.join(", ", parts);
    }
}
