package io.numberferry.sandbox.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.numberferry.sandbox.statemachine.InvocationResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How an invocation ends when no answer comes, in the words that Lambda has for it.
///
/// Step Functions takes the error's name from `errorType`. Its guide: where there is none the name is
/// `Lambda.Unknown`, and newer runtimes report time-outs as `Sandbox.Timedout`.
/// A runtime that exits, or is killed for want of memory, is a `Runtime.ExitError`.
final class Endings {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNKNOWN = "Lambda.Unknown";

    /// What a JVM's exit status is above for the signal that ended it.
    private static final int SIGNALS = 128;

    private static final int KILL = 9;

    private Endings() {}

    /// @param body what the runtime posted: `errorType`, `errorMessage`, `stackTrace`
    static InvocationResult failed(byte[] body) {
        try {
            JsonNode error = JSON.readTree(body);
            List<String> stackTrace = new ArrayList<>();
            error.path("stackTrace").forEach(frame -> stackTrace.add(frame.asText()));
            return new InvocationResult.Failed(
                    error.path("errorType").asText(UNKNOWN),
                    error.path("errorMessage").asText(),
                    stackTrace);
        } catch (IOException _) {
            return failed(UNKNOWN, "the runtime posted an error that is not JSON");
        }
    }

    static InvocationResult timedOut(Duration timeout) {
        return failed(
                "Sandbox.Timedout",
                String.format(Locale.ROOT, "Error: Task timed out after %.2f seconds", timeout.toMillis() / 1000.0));
    }

    static InvocationResult exited(int status) {
        if (status == 0) {
            return failed("Runtime.ExitError", "Error: Runtime exited without providing a reason");
        }
        String reason = status == SIGNALS + KILL ? "signal: killed" : "exit status " + status;
        return failed("Runtime.ExitError", "Error: Runtime exited with error: " + reason);
    }

    static InvocationResult tooLarge(int bytes, int most) {
        return failed(
                "Function.ResponseSizeTooLarge",
                "Response payload size (" + bytes + " bytes) exceeded maximum allowed payload size (" + most
                        + " bytes).");
    }

    private static InvocationResult failed(String type, String message) {
        return new InvocationResult.Failed(type, message, List.of());
    }
}
