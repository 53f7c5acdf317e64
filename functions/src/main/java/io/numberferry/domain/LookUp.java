package io.numberferry.domain;

import java.util.Optional;

/// What a person needs to find out how a row ended of which nobody knows: which read tells, what it shows, and the
/// client token that the request carried. Names no phone number.
public final class LookUp {
    private LookUp() {}

    /// Says it after what is known.
    ///
    /// @param message without a full stop
    /// @param token of the row's request
    /// @param number Connect's id of the number, where anyone was told
    public static String after(
            String message, PlannedItem planned, Optional<ClientToken> token, Optional<NumberId> number) {
        Operation operation = planned.operation();
        String sent = token.filter(_ -> takesToken(planned))
                .map(key -> "; client token " + key.value())
                .orElse("");
        return message + "; to look up: " + read(operation, number) + " " + shows(operation) + flow(planned) + sent;
    }

    private static boolean takesToken(PlannedItem planned) {
        return switch (planned.operation()) {
            case Operation.Claim _, Operation.Move _, Operation.Release _ -> true;
            case Operation.ChangeDetails change ->
                change.leftFor(planned.standing()).description().isPresent();
            case Operation.AttachFlow _, Operation.DetachFlow _, Operation.Describe _, Operation.OnChime _ -> false;
        };
    }

    private static String read(Operation operation, Optional<NumberId> number) {
        return switch (operation) {
            case Operation.OnChime _ -> Api.GET_CHIME_NUMBER.operation() + " with the number";
            case Operation.AttachFlow _, Operation.DetachFlow _ ->
                Api.BATCH_GET_FLOW_ASSOCIATION.operation()
                        + number.map(id -> " with " + id.forCalls()).orElse("");
            case Operation.Claim _,
                    Operation.Move _,
                    Operation.ChangeDetails _,
                    Operation.Release _,
                    Operation.Describe _ ->
                number.map(id -> Api.DESCRIBE_PHONE_NUMBER.operation() + " with " + id.id())
                        .orElseGet(() -> Api.LIST_PHONE_NUMBERS_V2.operation() + " for the number and its target");
        };
    }

    private static String shows(Operation operation) {
        return switch (operation) {
            case Operation.Claim claim ->
                "shows it claimed at " + claim.target().id() + " if it was done";
            case Operation.Move move -> "shows it claimed at " + move.target().id() + " if it was done";
            case Operation.AttachFlow _ -> "shows the row's flow if it was done";
            case Operation.DetachFlow _ -> "shows no flow if it was done";
            case Operation.ChangeDetails change -> "shows the " + change.what();
            case Operation.Release _ -> "does not find it if it was done";
            case Operation.Describe _ -> "shows how it is";
            case Operation.Associate associate ->
                "shows it associated with " + associate.target().id() + " if it was done";
            case Operation.Disassociate(var target) ->
                "shows it no longer associated with " + target.id() + " if it was done";
            case Operation.Update _ -> "shows its product type, calling name and name";
        };
    }

    private static String flow(PlannedItem planned) {
        boolean arrives =
                planned.operation() instanceof Operation.Claim || planned.operation() instanceof Operation.Move;
        return arrives && planned.flowId().isPresent()
                ? ", " + Api.BATCH_GET_FLOW_ASSOCIATION.operation() + " its flow"
                : "";
    }
}
