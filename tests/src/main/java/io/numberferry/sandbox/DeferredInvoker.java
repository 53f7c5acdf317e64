package io.numberferry.sandbox;

import io.numberferry.sandbox.statemachine.InvocationResult;
import io.numberferry.sandbox.statemachine.LambdaInvoker;
import java.util.concurrent.CompletableFuture;

/// Stands for functions that are put together a moment later.
final class DeferredInvoker implements LambdaInvoker {
    private final CompletableFuture<LambdaInvoker> functions = new CompletableFuture<>();

    void become(LambdaInvoker invoker) {
        functions.complete(invoker);
    }

    @Override
    public InvocationResult invoke(String functionName, String payload) throws InterruptedException {
        return functions.join().invoke(functionName, payload);
    }
}
