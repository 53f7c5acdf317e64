package io.numberferry.domain;

import java.util.List;

/// A number that the account holds, with all that a list says of it and a manifest can ask for.
public sealed interface Holding {
    PhoneNumber number();

    /// A number in Connect.
    ///
    /// @param targetArn the instance or traffic distribution group it is claimed to
    /// @param description empty text for none
    /// @param tags none where it has none
    /// @param flows what it rings: at an instance at most one flow; a group's number can have one at several
    record OnConnect(PhoneNumber number, String targetArn, String description, Tags tags, List<Ringing> flows)
            implements Holding {
        public OnConnect {
            flows = List.copyOf(flows);
        }
    }

    /// A flow that a number rings.
    record Ringing(Target.Instance instance, String flowId) {}

    /// A number in Chime SDK Voice.
    record OnChime(PhoneNumber number, Standing.OnChime standing) implements Holding {}
}
