package io.numberferry.sandbox.simulator.wire;

import java.util.Arrays;
import java.util.Optional;

/// The errors the two services are known to answer with, and the HTTP status of each.
///
/// From the models `connect` 2017-08-08 and `chime-sdk-voice` 2022-08-03, and from the errors common to all
/// AWS services.
public enum ErrorType {
    ACCESS_DENIED("AccessDeniedException", 403),
    BAD_REQUEST("BadRequestException", 400),
    CONFLICT("ConflictException", 409),
    CONTACT_FLOW_NOT_PUBLISHED("ContactFlowNotPublishedException", 404),
    DUPLICATE_RESOURCE("DuplicateResourceException", 409),
    EXPIRED_TOKEN("ExpiredTokenException", 403),
    FORBIDDEN("ForbiddenException", 403),
    GONE("GoneException", 410),
    IDEMPOTENCY("IdempotencyException", 409),
    INTERNAL_SERVICE("InternalServiceException", 500),
    INVALID_PARAMETER("InvalidParameterException", 400),
    INVALID_REQUEST("InvalidRequestException", 400),
    INVALID_SIGNATURE("InvalidSignatureException", 403),
    LIMIT_EXCEEDED("LimitExceededException", 429),
    NOT_FOUND("NotFoundException", 404),
    RESOURCE_CONFLICT("ResourceConflictException", 409),
    RESOURCE_IN_USE("ResourceInUseException", 409),
    RESOURCE_LIMIT_EXCEEDED("ResourceLimitExceededException", 400),
    RESOURCE_NOT_FOUND("ResourceNotFoundException", 404),
    SERIALIZATION("SerializationException", 400),
    SERVICE_FAILURE("ServiceFailureException", 500),
    SERVICE_QUOTA_EXCEEDED("ServiceQuotaExceededException", 402),
    SERVICE_UNAVAILABLE("ServiceUnavailableException", 503),
    THROTTLED_CLIENT("ThrottledClientException", 429),
    THROTTLING("ThrottlingException", 429),
    TOO_MANY_REQUESTS("TooManyRequestsException", 429),
    UNAUTHORIZED_CLIENT("UnauthorizedClientException", 401),
    UNKNOWN_OPERATION("UnknownOperationException", 404),
    UNPROCESSABLE_ENTITY("UnprocessableEntityException", 422),
    UNRECOGNIZED_CLIENT("UnrecognizedClientException", 403);

    private final String wireName;
    private final int status;

    ErrorType(String wireName, int status) {
        this.wireName = wireName;
        this.status = status;
    }

    /// The name that travels in `x-amzn-ErrorType`.
    public String wireName() {
        return wireName;
    }

    public int status() {
        return status;
    }

    /// Makes the refusal that a handler throws.
    public Refusal refusal(String message) {
        return new Refusal(wireName, status, message);
    }

    public static Optional<ErrorType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }
}
