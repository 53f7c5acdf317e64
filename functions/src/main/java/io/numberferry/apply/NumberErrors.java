package io.numberferry.apply;

import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberMask;

/// What the entries of `PhoneNumberErrors` mean. The codes are the enum `ErrorCode` of `chime-sdk-voice`
/// 2022-08-03.
public final class NumberErrors {
    private NumberErrors() {}

    /// Classifies the refusal of one number. The code stays as the service wrote it; numbers in the
    /// message are masked.
    public static Failure classify(ChimeNumbers.NumberError error) {
        return new Failure(kind(error.code()), error.code(), NumberMask.in(error.message()));
    }

    private static Failure.Kind kind(String code) {
        return switch (code) {
            case "Throttled", "Throttling" -> Failure.Kind.THROTTLED;
            // This number was not looked at, or not to the end; associating and updating can be repeated.
            case "ServiceUnavailable", "ServiceFailure" -> Failure.Kind.TRANSIENT;
            // Another change is under way, or an earlier request of ours already did it.
            case "Conflict", "PreconditionFailed" -> Failure.Kind.RECONCILE;
            // It is associated: with what we want, or with something that only force would take it from.
            case "PhoneNumberAssociationsExist", "VoiceConnectorGroupAssociationsExist" -> Failure.Kind.RECONCILE;
            // The account or the target is full; waiting does not empty it.
            case "ResourceLimitExceeded" -> Failure.Kind.TARGET;
            case "AccessDenied", "Forbidden", "Unauthorized" -> Failure.Kind.JOB;
            // BadRequest, NotFound, Gone, Unprocessable, Validation. An unknown word must not stop other
            // rows.
            default -> Failure.Kind.ROW;
        };
    }
}
