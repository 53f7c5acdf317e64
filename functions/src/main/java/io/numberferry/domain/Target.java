package io.numberferry.domain;

import java.util.Optional;

/// Where a number is to go. Connect knows instances and traffic distribution groups, Chime SDK Voice connectors and
/// groups of them.
public sealed interface Target {

    /// The target as its service identifies it: an ARN or an id. This is also how it is compared and shown.
    String id();

    sealed interface OnConnect extends Target {
        /// The target's ARN, where it was given or can be known; a bare instance id does not tell the account.
        Optional<String> arn();

        /// Tells whether a `TargetArn` that the service reported is this target.
        boolean is(String targetArn);
    }

    sealed interface OnChime extends Target {}

    /// A Connect instance.
    ///
    /// @param instanceId the last part of its ARN
    /// @param arn its ARN, when the manifest gave one
    record Instance(String instanceId, Optional<String> arn) implements OnConnect {
        @Override
        public String id() {
            return instanceId;
        }

        @Override
        public boolean is(String targetArn) {
            return targetArn.endsWith(":instance/" + instanceId);
        }
    }

    /// A traffic distribution group; only its ARN names it.
    record TrafficDistributionGroup(String groupArn) implements OnConnect {
        @Override
        public String id() {
            return groupArn;
        }

        @Override
        public Optional<String> arn() {
            return Optional.of(groupArn);
        }

        @Override
        public boolean is(String targetArn) {
            return targetArn.equals(groupArn);
        }
    }

    record VoiceConnectorGroup(String groupId) implements OnChime {
        @Override
        public String id() {
            return groupId;
        }
    }

    record VoiceConnector(String connectorId) implements OnChime {
        /// `vc/` and the id, as in a manifest.
        @Override
        public String id() {
            return "vc/" + connectorId;
        }
    }
}
