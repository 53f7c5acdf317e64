package io.numberferry.sandbox.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// A function that does as it is told, to be run in a JVM of its own.
public final class Example implements RequestHandler<Map<String, String>, Map<String, String>> {
    /// A function that cannot be made ready.
    public static final class Unready implements RequestHandler<Map<String, String>, Map<String, String>> {
        public Unready() {
            throw new IllegalStateException("the environment is not complete: TABLE is not set");
        }

        @Override
        public Map<String, String> handleRequest(Map<String, String> input, Context context) {
            return input;
        }
    }

    @Override
    public Map<String, String> handleRequest(Map<String, String> input, Context context) {
        switch (input.getOrDefault("do", "")) {
            case "throw" -> throw new UnsupportedOperationException("not today");
            case "exit" -> Runtime.getRuntime().halt(3);
            case "hang" -> hang();
            default -> {}
        }
        return Map.of(
                "pid", Long.toString(ProcessHandle.current().pid()),
                "variables",
                        String.join(" ", new java.util.TreeSet<>(System.getenv().keySet())),
                "heapMegabytes", Long.toString(Runtime.getRuntime().maxMemory() >> 20),
                "function", context.getFunctionName(),
                "memory", Integer.toString(context.getMemoryLimitInMB()),
                "timeIsRight", Boolean.toString(context.getRemainingTimeInMillis() / 1000 == 29));
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
