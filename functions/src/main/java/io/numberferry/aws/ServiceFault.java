package io.numberferry.aws;

import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberMask;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// A service's refusal, in plain words.
///
/// @param code as the service wrote it, for example `ThrottlingException`; `HTTP 429` where it wrote none
/// @param status the HTTP status
/// @param message the service's text, with numbers masked; empty where there is none
public record ServiceFault(String code, int status, String message) {
    /// Chime writes its code into the body as well; when the header is missing, the SDK does not look there.
    private static final Pattern CODE_IN_BODY = Pattern.compile("\"[Cc]ode\"\\s*:\\s*\"([A-Za-z]+)\"");

    static ServiceFault of(AwsServiceException thrown) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(thrown.awsErrorDetails());
        String code = details.map(AwsErrorDetails::errorCode)
                .or(() -> details.flatMap(ServiceFault::codeInBody))
                .or(() -> codeOfClass(thrown))
                .orElse("HTTP " + thrown.statusCode());
        String message = details.map(AwsErrorDetails::errorMessage).orElse("");
        return new ServiceFault(code, thrown.statusCode(), NumberMask.in(message));
    }

    /// The code without `Exception`: Chime says `Forbidden` and `ForbiddenException` for the same thing.
    public String name() {
        return code.endsWith("Exception") ? code.substring(0, code.length() - "Exception".length()) : code;
    }

    /// Tells whether what the request named does not exist.
    public boolean isMissing() {
        return switch (name()) {
            case "ResourceNotFound", "NotFound", "HTTP 404" -> true;
            default -> false;
        };
    }

    /// What codes mean that any service may send; other codes go by their status.
    public Failure.Kind kind() {
        return switch (name()) {
            // Comes with status 400, too.
            case "Throttling", "Throttled", "ThrottledClient", "TooManyRequests", "RequestLimitExceeded" ->
                Failure.Kind.THROTTLED;
            // A limit on how much may be owned, not on calls: waiting does not help. Comes with status
            // 402, 429 and 400.
            case "LimitExceeded", "ServiceQuotaExceeded", "ResourceLimitExceeded" -> Failure.Kind.TARGET;
            // Who we are, or what we may: no row will fare better. Chime's AccessDenied may come with
            // status 400.
            case "AccessDenied", "Forbidden", "Unauthorized", "UnauthorizedClient", "NotAuthorized", "OptInRequired" ->
                Failure.Kind.JOB;
            // The signature: its credentials or its time are not accepted.
            case "UnrecognizedClient",
                    "InvalidClientTokenId",
                    "ExpiredToken",
                    "RequestExpired",
                    "InvalidSignature",
                    "SignatureDoesNotMatch",
                    "IncompleteSignature",
                    "MissingAuthenticationToken" -> Failure.Kind.JOB;
            default -> kindByStatus();
        };
    }

    private Failure.Kind kindByStatus() {
        return switch (status) {
            case 429 -> Failure.Kind.THROTTLED;
            case 402 -> Failure.Kind.TARGET;
            case 401, 403 -> Failure.Kind.JOB;
            // The service gave up waiting for our request.
            case 408 -> Failure.Kind.TRANSIENT;
            // What we asked for does not go with what is; a read tells what is.
            case 409 -> Failure.Kind.RECONCILE;
            default -> status >= 400 && status < 500 ? Failure.Kind.ROW : Failure.Kind.TRANSIENT;
        };
    }

    private static Optional<String> codeInBody(AwsErrorDetails details) {
        return Optional.ofNullable(details.rawResponse())
                .flatMap(body ->
                        CODE_IN_BODY.matcher(body.asUtf8String()).results().findFirst())
                .map(found -> Objects.requireNonNull(found.group(1)));
    }

    /// The class tells the code only when it is a class of its own for that code: the services' base
    /// classes, and the SDK's, say nothing.
    private static Optional<String> codeOfClass(AwsServiceException thrown) {
        boolean modelled = !AwsServiceException.class.equals(thrown.getClass())
                && !AwsServiceException.class.equals(thrown.getClass().getSuperclass());
        return modelled ? Optional.of(thrown.getClass().getSimpleName()) : Optional.empty();
    }
}
