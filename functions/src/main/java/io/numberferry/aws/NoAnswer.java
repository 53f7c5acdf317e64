package io.numberferry.aws;

import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberMask;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/// Why a call brought no usable answer. The codes are ours.
final class NoAnswer {
    private NoAnswer() {}

    static Failure classify(RuntimeException thrown) {
        // Nothing was sent, and nothing will be.
        if (text(thrown).contains("Unable to load credentials")) {
            return new Failure(
                    Failure.Kind.JOB, "NoCredentials", "no AWS credentials were found to sign the call with");
        }
        return switch (thrown) {
            case ApiCallAttemptTimeoutException _, ApiCallTimeoutException _ -> timedOut();
            case AbortedException _ -> interrupted();
            default -> ioCause(thrown).map(NoAnswer::broken).orElseGet(() -> lost("ConnectionLost", words(thrown)));
        };
    }

    private static Failure broken(IOException cause) {
        if (cause instanceof SocketTimeoutException) {
            return timedOut();
        }
        // An IOException that is not of the JDK is of the SDK's parser.
        return cause.getClass().getName().startsWith("java")
                ? lost("ConnectionLost", words(cause))
                : lost("UnreadableAnswer", "the answer is not what the service's model says");
    }

    private static Failure timedOut() {
        return lost("TimedOut", "no answer came in time");
    }

    /// The SDK clears the flag on its way here.
    private static Failure interrupted() {
        Thread.currentThread().interrupt();
        return lost("Interrupted", "the call was broken off on our side");
    }

    /// It may have happened or not: the service may have done its part before the answer was lost.
    private static Failure lost(String code, String message) {
        return new Failure(Failure.Kind.TRANSIENT, code, NumberMask.in(message));
    }

    private static Optional<IOException> ioCause(Throwable thrown) {
        for (Throwable link = thrown; link != null; link = link.getCause()) {
            if (link instanceof IOException cause) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    private static String words(Throwable thrown) {
        return thrown.getClass().getSimpleName() + ": " + text(thrown);
    }

    private static String text(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), "");
    }
}
