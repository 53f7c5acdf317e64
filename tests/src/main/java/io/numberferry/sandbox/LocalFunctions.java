package io.numberferry.sandbox;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.numberferry.function.ApplyFunction;
import io.numberferry.function.CloseFunction;
import io.numberferry.function.ExportFunction;
import io.numberferry.function.PlanFunction;
import io.numberferry.function.ReportFunction;
import io.numberferry.function.SubmitFunction;
import io.numberferry.function.Wiring;
import io.numberferry.sandbox.lambda.Invocations;
import io.numberferry.sandbox.statemachine.InvocationResult;
import io.numberferry.sandbox.statemachine.LambdaInvoker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/// The real handlers, called in this process as Lambda calls them: with the bytes of their input.
final class LocalFunctions implements LambdaInvoker {
    /// As long as a Lambda function may take.
    private static final Duration TIME_OUT = Duration.ofMinutes(15);

    private final Map<String, RequestStreamHandler> functions;
    private final Invocations invocations;

    LocalFunctions(Wiring wiring, Invocations invocations) {
        this.invocations = invocations;
        this.functions = Map.of(
                "SubmitFunction", new SubmitFunction(wiring),
                "PlanFunction", new PlanFunction(wiring),
                "ApplyFunction", new ApplyFunction(wiring),
                "CloseFunction", new CloseFunction(wiring),
                "ReportFunction", new ReportFunction(wiring),
                "ExportFunction", new ExportFunction(wiring));
    }

    @Override
    public InvocationResult invoke(String functionName, String payload) throws InterruptedException {
        RequestStreamHandler function = functions.get(functionName);
        if (function == null) {
            return new InvocationResult.Refused(
                    "Lambda.ResourceNotFoundException", "there is no function " + functionName);
        }
        LocalContext context = new LocalContext(
                functionName, UUID.randomUUID().toString(), Instant.now().plus(TIME_OUT));
        try {
            return invocations.call(() -> invoke(function, payload, context));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the function " + functionName + " could not be run", e.getCause());
        }
    }

    private static InvocationResult invoke(RequestStreamHandler function, String payload, LocalContext context) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            function.handleRequest(new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)), answer, context);
            return new InvocationResult.Returned(answer.toString(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            return failed(e);
        }
    }

    /// What Lambda makes of an exception that a handler throws.
    private static InvocationResult failed(Exception fault) {
        return new InvocationResult.Failed(
                fault.getClass().getName(),
                Optional.ofNullable(fault.getMessage()).orElse(""),
                Arrays.stream(fault.getStackTrace())
                        .map(StackTraceElement::toString)
                        .toList());
    }
}
