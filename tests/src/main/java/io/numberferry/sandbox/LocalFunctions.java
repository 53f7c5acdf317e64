package io.numberferry.sandbox;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import io.numberferry.function.ApplyFunction;
import io.numberferry.function.PlanFunction;
import io.numberferry.function.ReportFunction;
import io.numberferry.function.SubmitAnswer;
import io.numberferry.function.SubmitFunction;
import io.numberferry.function.Wiring;
import io.numberferry.sandbox.statemachine.InvocationResult;
import io.numberferry.sandbox.statemachine.LambdaInvoker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The real handlers, called in this process as Lambda calls them: one through Lambda's own event
/// serialisers, the others, which read their input themselves, with the bytes.
final class LocalFunctions implements LambdaInvoker {
    /// As long as a Lambda function may take.
    private static final Duration TIME_OUT = Duration.ofMinutes(15);

    private final Map<String, RequestStreamHandler> functions;

    LocalFunctions(Wiring wiring) {
        SubmitFunction submit = new SubmitFunction(wiring);
        this.functions = Map.of(
                "SubmitFunction", (input, output, context) -> submit(submit, input, output, context),
                "PlanFunction", new PlanFunction(wiring),
                "ApplyFunction", new ApplyFunction(wiring),
                "ReportFunction", new ReportFunction(wiring));
    }

    @Override
    public InvocationResult invoke(String functionName, String payload) {
        RequestStreamHandler function = functions.get(functionName);
        if (function == null) {
            return new InvocationResult.Refused(
                    "Lambda.ResourceNotFoundException", "there is no function " + functionName);
        }
        LocalContext context = new LocalContext(
                functionName, UUID.randomUUID().toString(), Instant.now().plus(TIME_OUT));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            function.handleRequest(new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)), answer, context);
            return new InvocationResult.Returned(answer.toString(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            return failed(e);
        }
    }

    private static void submit(
            RequestHandler<S3Event, SubmitAnswer> handler, InputStream input, OutputStream output, Context context) {
        S3Event event = LambdaEventSerializers.serializerFor(S3Event.class, LocalFunctions.class.getClassLoader())
                .fromJson(input);
        SubmitAnswer answer = handler.handleRequest(event, context);
        JacksonFactory.getInstance().getSerializer(SubmitAnswer.class).toJson(answer, output);
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
