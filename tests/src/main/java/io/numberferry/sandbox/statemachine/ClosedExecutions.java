package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.statemachine.ExecutionResult.Aborted;
import io.numberferry.sandbox.statemachine.ExecutionResult.Failed;
import io.numberferry.sandbox.statemachine.ExecutionResult.Succeeded;
import io.numberferry.sandbox.statemachine.ExecutionResult.TimedOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Executions that have ended, and a directory with one file for each. Not safe for several threads.
final class ClosedExecutions {
    private final Map<String, ExecutionRecord> executions = new LinkedHashMap<>();
    private final Optional<Path> directory;

    private ClosedExecutions(Optional<Path> directory) {
        this.directory = directory;
    }

    /// @throws IOException when the directory cannot be made, or a file in it not be read
    static ClosedExecutions open(Optional<Path> directory) throws IOException {
        ClosedExecutions closed = new ClosedExecutions(directory);
        if (directory.isPresent()) {
            Files.createDirectories(directory.get());
            try (Stream<Path> files = Files.list(directory.get())) {
                for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    ExecutionRecord execution = read(file);
                    closed.executions.put(execution.executionArn(), execution);
                }
            }
        }
        return closed;
    }

    Optional<ExecutionRecord> find(String executionArn) {
        return Optional.ofNullable(executions.get(executionArn));
    }

    Collection<ExecutionRecord> all() {
        return List.copyOf(executions.values());
    }

    /// @throws UncheckedIOException when it cannot be written; it is remembered until the restart all the
    ///         same
    void keep(ExecutionRecord execution) {
        executions.put(execution.executionArn(), execution);
        directory.ifPresent(path -> write(path, execution));
    }

    /// The file's name is made from the ARN, since a name may hold what a file name may not.
    private static void write(Path directory, ExecutionRecord execution) {
        String name = UUID.nameUUIDFromBytes(execution.executionArn().getBytes(StandardCharsets.UTF_8))
                .toString();
        try {
            Path complete = Files.writeString(directory.resolve(name + ".part"), Json.write(json(execution)));
            Files.move(complete, directory.resolve(name + ".json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("a closed execution cannot be remembered in " + directory, e);
        }
    }

    private static ObjectNode json(ExecutionRecord execution) {
        ObjectNode json = Json.object()
                .put("stateMachineArn", execution.stateMachineArn())
                .put("name", execution.name())
                .put("input", execution.input())
                .put("startedAt", execution.startedAt().toString());
        execution.ending().ifPresent(ending -> {
            json.put("status", ending.status()).put("endedAt", ending.at().toString());
            ending.write(json);
        });
        return json;
    }

    private static ExecutionRecord read(Path file) throws IOException {
        try {
            JsonNode json = Json.read(Files.readString(file));
            return new ExecutionRecord(
                            text(json, "stateMachineArn"),
                            text(json, "name"),
                            text(json, "input"),
                            Instant.parse(text(json, "startedAt")),
                            Optional.empty())
                    .ended(Instant.parse(text(json, "endedAt")), result(json));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IOException(file + " does not hold a closed execution; delete it to forget that one", e);
        }
    }

    private static ExecutionResult result(JsonNode json) {
        Optional<String> error = Optional.ofNullable(json.path("error").textValue());
        Optional<String> cause = Optional.ofNullable(json.path("cause").textValue());
        String status = text(json, "status");
        return switch (status) {
            case "SUCCEEDED" -> new Succeeded(text(json, "output"));
            case "FAILED" -> new Failed(error, cause);
            case "TIMED_OUT" -> new TimedOut();
            case "ABORTED" -> new Aborted(error, cause);
            default -> throw new IllegalArgumentException("no status: " + status);
        };
    }

    private static String text(JsonNode json, String field) {
        return Optional.ofNullable(json.path(field).textValue())
                .orElseThrow(() -> new IllegalArgumentException("no " + field));
    }
}
