package io.numberferry.domain;

import java.util.Optional;

/// Where a number is to go. Connect knows instances and traffic distribution groups, Chime SDK Voice
/// connectors and groups of them.
public sealed interface Target {

    /// The target as its service identifies it: an ARN or an id. This is also how it is compared and shown.
    String id();

    sealed interface OnConnect extends Target {
        /// The target's ARN, where it was given or can be known; a bare instance id does not tell the
        /// account.
        Optional<String> arn();

        /// Tells whether a `TargetArn` that the service reported is this target.
        boolean is(String targetArn);
    }

    sealed interface OnChime extends Target {
        /// The API that associates numbers with this kind of target.
        Api associating();

        /// The API that takes numbers off this kind of target.
        Api disassociating();
    }

    /// A Connect instance.
    ///
    /// @param instanceId the last part of its ARN
    /// @param arn its ARN, when the manifest gave one
    record Instance(String instanceId, Optional<String> arn) implements OnConnect {
        private static final String TYPE = ":instance/";

        /// The id in the ARN of a target; empty where that is no instance.
        public static Optional<String> idIn(String targetArn) {
            int at = targetArn.indexOf(TYPE);
            return at < 0 ? Optional.empty() : Optional.of(targetArn.substring(at + TYPE.length()));
        }

        @Override
        public String id() {
            return instanceId;
        }

        @Override
        public boolean is(String targetArn) {
            return targetArn.endsWith(TYPE + instanceId);
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

        @Override
        public Api associating() {
            return Api.ASSOCIATE_WITH_GROUP;
        }

        @Override
        public Api disassociating() {
            return Api.DISASSOCIATE_FROM_GROUP;
        }
    }

    record VoiceConnector(String connectorId) implements OnChime {
        /// `vc/` and the id, as in a manifest.
        @Override
        public String id() {
            return "vc/" + connectorId;
        }

        @Override
        public Api associating() {
            return Api.ASSOCIATE_WITH_CONNECTOR;
        }

        @Override
        public Api disassociating() {
            return Api.DISASSOCIATE_FROM_CONNECTOR;
        }
    }
}
