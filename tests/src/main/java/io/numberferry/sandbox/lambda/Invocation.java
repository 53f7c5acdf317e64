package io.numberferry.sandbox.lambda;

import io.numberferry.sandbox.statemachine.InvocationResult;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// One call of a function, from the moment at which the runtime takes it.
///
/// @param deadline when the function's time is up
/// @param ending completed by what the runtime posts
record Invocation(String id, String payload, Instant deadline, CompletableFuture<InvocationResult> ending) {
    static Invocation of(String payload, Instant deadline) {
        return new Invocation(UUID.randomUUID().toString(), payload, deadline, new CompletableFuture<>());
    }
}
