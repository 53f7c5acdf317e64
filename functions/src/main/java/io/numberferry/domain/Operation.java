package io.numberferry.domain;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a row asks for, with everything it needs, checked.
///
/// Adding one: the compiler then names every switch that must know it; CONTRIBUTING.md has the table.
public sealed interface Operation {

    /// The word a manifest uses for it.
    default String word() {
        return switch (this) {
            case Claim _ -> "claim";
            case Move _ -> "move";
            case AttachFlow _, Associate _ -> "associate";
            case DetachFlow _, Disassociate _ -> "disassociate";
            case ChangeDetails _, Update _ -> "update";
            case Release _ -> "release";
            case Describe _ -> "describe";
        };
    }

    Service service();

    /// Where the number is to go or to leave; empty for an operation that has no target.
    default Optional<Target> targeted() {
        return switch (this) {
            case Claim claim -> Optional.of(claim.target());
            case Move move -> Optional.of(move.target());
            case AttachFlow attach -> Optional.of(attach.instance());
            case DetachFlow detach -> Optional.of(detach.instance());
            case Associate associate -> Optional.of(associate.target());
            case Disassociate disassociate -> Optional.of(disassociate.target());
            case ChangeDetails _, Update _, Release _, Describe _ -> Optional.empty();
        };
    }

    /// The flow that the number is to ring in the end; empty for none.
    default Optional<FlowName> wantedFlow() {
        return switch (this) {
            case Claim claim -> claim.flow();
            case Move move -> move.flow();
            case AttachFlow attach -> Optional.of(attach.flow());
            case DetachFlow _, ChangeDetails _, Release _, Describe _, OnChime _ -> Optional.empty();
        };
    }

    /// The instance on which the wanted flow lives: the one its ARN names, else the target. Empty without a
    /// flow, and for a traffic distribution group whose flow is not given by ARN.
    default Optional<String> flowInstanceId() {
        Optional<String> targetInstance = targeted()
                .flatMap(target ->
                        target instanceof Target.Instance at ? Optional.of(at.instanceId()) : Optional.empty());
        return wantedFlow().flatMap(flow -> flow.instanceId().or(() -> targetInstance));
    }

    /// Connect's id or ARN of the number, where the manifest gave it.
    default Optional<String> givenId() {
        return switch (this) {
            case Move move -> move.numberId();
            case AttachFlow attach -> attach.numberId();
            case DetachFlow detach -> detach.numberId();
            case ChangeDetails change -> change.numberId();
            case Release release -> release.numberId();
            case Describe describe -> describe.numberId();
            case Claim _, OnChime _ -> Optional.empty();
        };
    }

    sealed interface OnConnect extends Operation {
        @Override
        default Service service() {
            return Service.CONNECT;
        }
    }

    sealed interface OnChime extends Operation {
        @Override
        default Service service() {
            return Service.CHIME;
        }
    }

    /// Takes a free number for a target. Costs money and cannot be undone.
    ///
    /// @param target where the number goes
    /// @param flow the flow to attach once the number is claimed, as the manifest names it; empty for none
    /// @param description empty text for none
    /// @param tags at most 50
    record Claim(Target.OnConnect target, Optional<FlowName> flow, String description, Tags tags)
            implements OnConnect {}

    /// Moves a number we own to another target in the same Region. The flow does not move with it.
    ///
    /// @param numberId Connect's id or ARN of the number, where the manifest gave it
    /// @param flow the flow to attach at the new target; empty leaves the number without one
    record Move(Optional<String> numberId, Target.OnConnect target, Optional<FlowName> flow) implements OnConnect {}

    /// Attaches a flow to a number that is already at the instance.
    record AttachFlow(Optional<String> numberId, Target.Instance instance, FlowName flow) implements OnConnect {}

    /// Takes the flow off a number at the instance.
    record DetachFlow(Optional<String> numberId, Target.Instance instance) implements OnConnect {}

    /// Changes details of a Connect number. At least one is given.
    ///
    /// @param description empty text empties it
    /// @param tags those that the number is to have, and no others
    record ChangeDetails(Optional<String> numberId, Optional<String> description, Optional<Tags> tags)
            implements OnConnect {
        public ChangeDetails {
            if (description.isEmpty() && tags.isEmpty()) {
                throw new IllegalArgumentException("an update changes at least one detail");
            }
        }

        /// What of it is still to be done on a number; empty when all is already so. Tags that were not read may be
        /// others.
        public Optional<ChangeDetails> lackingOn(Standing.OnConnect held) {
            Optional<String> text = description.filter(wanted -> !wanted.equals(held.description()));
            Optional<Tags> other = tags.filter(_ -> !tags.equals(held.tags()));
            return text.isEmpty() && other.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ChangeDetails(numberId, text, other));
        }

        /// What of it is to be sent for a number that was seen to stand so: only what is lacking, as far as that is
        /// known.
        public ChangeDetails leftFor(Standing seen) {
            return seen instanceof Standing.OnConnect held ? lackingOn(held).orElse(this) : this;
        }

        /// Which details it is about.
        public String what() {
            return Stream.of(description.map(_ -> "description"), tags.map(_ -> "tags"))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" and "));
        }

        /// Says that a number has them already.
        public String already() {
            boolean one = description.isPresent() && tags.isEmpty();
            return "the " + what() + (one ? " is" : " are") + " the same";
        }

        /// What it leaves, in words: `description=… tags=…`.
        public String words() {
            return Stream.concat(
                            description.map(text -> "description=" + text).stream(),
                            tags.map(wanted -> "tags=" + wanted.text()).stream())
                    .collect(Collectors.joining(" "));
        }

        /// What it is about, as a number has it; empty where that was not read.
        public String wordsOf(Standing.OnConnect held) {
            Optional<String> text = description.map(_ -> held.description());
            Optional<Tags> known = tags.flatMap(_ -> held.tags());
            return text.isEmpty() && known.isEmpty() ? "" : new ChangeDetails(numberId, text, known).words();
        }
    }

    /// Gives a number back. It cannot be claimed again for up to 180 days.
    record Release(Optional<String> numberId) implements OnConnect {}

    /// Reads a Connect number and reports what it is; changes nothing.
    record Describe(Optional<String> numberId) implements OnConnect {}

    /// Associates a number with a voice connector or a group.
    ///
    /// @param force takes the number away from what it is associated with now
    record Associate(Target.OnChime target, boolean force) implements OnChime {}

    record Disassociate(Target.OnChime target) implements OnChime {}

    /// Changes details of a Chime number, one detail a call, in the order of the components. At least one is
    /// given.
    ///
    /// @param callingName empty text empties it
    /// @param name empty text empties it
    record Update(Optional<ProductType> productType, Optional<String> callingName, Optional<String> name)
            implements OnChime {
        public Update {
            if (productType.isEmpty() && callingName.isEmpty() && name.isEmpty()) {
                throw new IllegalArgumentException("an update changes at least one detail");
            }
        }

        /// What of it is still to be done on a number; empty when all is already so.
        public Optional<Update> lackingOn(Standing.OnChime held) {
            Optional<ProductType> type =
                    productType.filter(wanted -> !wanted.wireName().equals(held.productType()));
            Optional<String> calling = callingName.filter(wanted -> !wanted.equals(held.callingName()));
            Optional<String> named = name.filter(wanted -> !wanted.equals(held.name()));
            return type.isEmpty() && calling.isEmpty() && named.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Update(type, calling, named));
        }
    }
}
