package io.numberferry.aws.connect;

import io.numberferry.apply.NumberQuota;
import io.numberferry.aws.ServiceFault;
import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import java.util.regex.Pattern;

/// What Connect's refusals mean.
final class ConnectErrors {
    /// Seen as "Phone number not available: +1…", with status 400.
    private static final Pattern NOT_AVAILABLE =
            Pattern.compile("(?i)\\bnumber\\b.*(?:not available|no longer available|unavailable)|already claimed");

    private static final Pattern NAMES_TARGET = Pattern.compile("(?i)\\binstance|traffic[- ]distribution[- ]group");
    private static final Pattern NAMES_NUMBER_OR_FLOW = Pattern.compile("(?i)phone[- ]?number|flow");

    private ConnectErrors() {}

    static Failure classify(Api api, ServiceFault fault) {
        return new Failure(byText(kind(api, fault), fault), fault.code(), fault.message());
    }

    /// The code of the 180-day block is not documented, so its text decides; but never for what is throttled
    /// or lost.
    private static Failure.Kind byText(Failure.Kind byCode, ServiceFault fault) {
        return switch (byCode) {
            case THROTTLED, TRANSIENT -> byCode;
            case RECONCILE, ROW, TARGET, JOB, OUT_OF_TIME, STOPPED ->
                NumberQuota.isReached(fault.message()) ? Failure.Kind.TARGET : byCode;
        };
    }

    private static Failure.Kind kind(Api api, ServiceFault fault) {
        if (fault.isMissing()) {
            return missing(api, fault.message());
        }
        return switch (fault.name()) {
            case "InvalidParameter", "InvalidRequest" -> invalid(fault.message());
            // "An entity with the same name already exists": perhaps made by an earlier request of ours.
            case "Idempotency", "DuplicateResource" -> Failure.Kind.RECONCILE;
            // Another change of this number is under way, perhaps one of ours whose answer was lost.
            case "ResourceInUse", "Conflict", "ResourceConflict" -> Failure.Kind.RECONCILE;
            case "InternalService" -> Failure.Kind.TRANSIENT;
            default -> fault.kind();
        };
    }

    /// A claim names no number that could be missing but the free one, and a list none at all; elsewhere
    /// it is the number or the flow, unless the text blames the target alone. Blaming the target stops
    /// other rows, so it needs the better reason.
    private static Failure.Kind missing(Api api, String message) {
        return switch (api) {
            case CLAIM_PHONE_NUMBER,
                    LIST_PHONE_NUMBERS_V2,
                    LIST_FLOW_ASSOCIATIONS,
                    BATCH_GET_FLOW_ASSOCIATION,
                    LIST_CONTACT_FLOWS -> Failure.Kind.TARGET;
            default -> {
                boolean target = NAMES_TARGET.matcher(message).find()
                        && !NAMES_NUMBER_OR_FLOW.matcher(message).find();
                yield target ? Failure.Kind.TARGET : Failure.Kind.ROW;
            }
        };
    }

    /// A claim of ours whose answer was lost makes its own number unavailable.
    private static Failure.Kind invalid(String message) {
        return NOT_AVAILABLE.matcher(message).find() ? Failure.Kind.RECONCILE : Failure.Kind.ROW;
    }
}
