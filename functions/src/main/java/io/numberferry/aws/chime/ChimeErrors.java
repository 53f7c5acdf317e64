package io.numberferry.aws.chime;

import io.numberferry.apply.NumberQuota;
import io.numberferry.aws.ServiceFault;
import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;

/// What Chime SDK Voice's refusals of a whole call mean. Those of single numbers:
/// [io.numberferry.apply.NumberErrors].
final class ChimeErrors {
    private ChimeErrors() {}

    static Failure classify(Api api, ServiceFault fault) {
        return new Failure(kind(api, fault), fault.code(), fault.message());
    }

    private static Failure.Kind kind(Api api, ServiceFault fault) {
        if (fault.isMissing()) {
            return missing(api);
        }
        return switch (fault.name()) {
            // "Multiple instances of the same request", or a calling name whose change is still pending.
            case "Conflict" -> Failure.Kind.RECONCILE;
            // The account may not, or what was named is gone: only its repetition over rows tells. The
            // code is kept.
            case "Forbidden" -> Failure.Kind.JOB;
            case "ServiceFailure", "ServiceUnavailable" -> Failure.Kind.TRANSIENT;
            case "BadRequest" -> NumberQuota.isReached(fault.message()) ? Failure.Kind.TARGET : Failure.Kind.ROW;
            default -> fault.kind();
        };
    }

    /// The path of these calls names a voice connector or a group; numbers that are missing are reported
    /// one by one.
    private static Failure.Kind missing(Api api) {
        return switch (api) {
            case ASSOCIATE_WITH_GROUP, ASSOCIATE_WITH_CONNECTOR, DISASSOCIATE_FROM_GROUP, DISASSOCIATE_FROM_CONNECTOR ->
                Failure.Kind.TARGET;
            default -> Failure.Kind.ROW;
        };
    }
}
