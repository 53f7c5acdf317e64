package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/// The tokens of tasks, and what was answered to them. Safe for several threads.
public final class TaskTokens {
    private final Map<String, CompletableFuture<Answer>> tokens = new ConcurrentHashMap<>();

    /// How somebody answered a task.
    sealed interface Answer {
        record Success(JsonNode output) implements Answer {}

        record Failure(ErrorOutput error) implements Answer {}
    }

    /// Lets the task that waits with this token go on.
    ///
    /// @throws ApiException as the API reference of SendTaskSuccess says
    public void succeed(String token, JsonNode output) {
        complete(token, new Answer.Success(output));
    }

    /// Fails the task that waits with this token.
    ///
    /// @throws ApiException as the API reference of SendTaskFailure says
    public void fail(String token, Optional<String> error, Optional<String> cause) {
        complete(token, new Answer.Failure(new ErrorOutput(error, cause)));
    }

    /// Tells that the task is still being worked on. No heartbeat is asked of it here, so this only looks.
    void heartbeat(String token) {
        if (waiting(token).isDone()) {
            throw gone();
        }
    }

    String issue() {
        String token = UUID.randomUUID().toString();
        tokens.put(token, new CompletableFuture<>());
        return token;
    }

    /// Waits for the answer.
    Answer answer(String token) throws InterruptedException {
        try {
            return waiting(token).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer is never exceptional", e);
        }
    }

    /// The task waits no longer. The token stays known, so that a late answer is told so.
    void close(String token) {
        waiting(token).cancel(false);
    }

    private void complete(String token, Answer answer) {
        if (!waiting(token).complete(answer)) {
            throw gone();
        }
    }

    private CompletableFuture<Answer> waiting(String token) {
        CompletableFuture<Answer> answer = tokens.get(token);
        if (answer == null) {
            throw new ApiException("InvalidToken", "Invalid Token: 'Invalid token'");
        }
        return answer;
    }

    private static ApiException gone() {
        return new ApiException("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
    }
}
