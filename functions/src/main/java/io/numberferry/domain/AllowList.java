package io.numberferry.domain;

import java.util.List;
import java.util.Optional;

/// What a deployment lets its jobs use. Its roles hold the same limits as far as IAM can: it cannot tell voice
/// connector groups apart, nor numbers.
///
/// A number that something else holds is somebody's: where it is taken from must be allowed as well as where it
/// goes. To read a number nothing more is needed than its service.
///
/// @param everything whether nothing is limited; then the others do not count
/// @param targets of both services
/// @param chime whether numbers of Chime SDK Voice may be changed
public record AllowList(boolean everything, List<Target> targets, boolean chime) {
    private static final AllowList EVERYTHING = new AllowList(true, List.of(), true);

    public AllowList {
        targets = List.copyOf(targets);
    }

    public static AllowList ofEverything() {
        return EVERYTHING;
    }

    public static AllowList of(List<Target> targets, boolean chime) {
        return new AllowList(false, targets, chime);
    }

    /// What an operation asks for that is not allowed, as a clause; empty when all of it is.
    public Optional<String> refusal(Operation operation) {
        if (everything) {
            return Optional.empty();
        }
        return service(operation.service())
                .or(() -> operation
                        .targeted()
                        .filter(target -> !holds(target.id()))
                        .map(target -> target.id() + " is not among the targets that this deployment may use"));
    }

    /// Like [#refusal(Operation)], and heeds where the number stands.
    public Optional<String> refusal(PlannedItem planned) {
        return refusal(planned.operation()).or(() -> origin(planned.operation(), planned.standing()));
    }

    /// Tells whether numbers at a Connect target may be used.
    ///
    /// @param targetArn as the service reports it
    public boolean covers(String targetArn) {
        return everything || connect().stream().anyMatch(target -> target.is(targetArn));
    }

    /// The words of a refusal because of where a number stands.
    public static String standsAt(String place) {
        return "the number is at " + place + ", which is not among the targets that this deployment may use";
    }

    private Optional<String> service(Service service) {
        boolean allowed = switch (service) {
            case CONNECT -> !connect().isEmpty();
            case CHIME -> chime;
        };
        return allowed ? Optional.empty() : Optional.of("this deployment may not use numbers of " + service.title());
    }

    private Optional<String> origin(Operation operation, Standing standing) {
        if (everything || operation instanceof Operation.Describe) {
            return Optional.empty();
        }
        return switch (standing) {
            case Standing.OnConnect held when !covers(held.targetArn()) -> Optional.of(standsAt(held.targetArn()));
            case Standing.OnChime held
            when operation instanceof Operation.Associate ->
                held.association().filter(this::isForeign).map(AllowList::standsAt);
            case Standing.Foreseen(Standing then) -> origin(operation, then);
            case Standing.OnConnect _, Standing.OnChime _, Standing.NotRead _, Standing.Absent _ -> Optional.empty();
        };
    }

    /// SIP rules can be in no list; the service itself refuses to associate their numbers with anything else.
    private boolean isForeign(String association) {
        return !association.startsWith(Standing.OnChime.SIP_RULE) && !holds(association);
    }

    private boolean holds(String id) {
        return targets.stream().anyMatch(target -> target.id().equals(id));
    }

    private List<Target.OnConnect> connect() {
        return targets.stream()
                .filter(Target.OnConnect.class::isInstance)
                .map(Target.OnConnect.class::cast)
                .toList();
    }
}
