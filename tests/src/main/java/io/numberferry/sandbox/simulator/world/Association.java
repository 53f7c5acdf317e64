package io.numberferry.sandbox.simulator.world;

import java.time.Instant;

/// What a Chime number is associated with, since when.
public record Association(Kind kind, String id, Instant since) {

    /// The names of the model's `PhoneNumberAssociationName`, and how a world file tells them apart.
    public enum Kind {
        VOICE_CONNECTOR("VoiceConnectorId", "vc/"),
        SIP_RULE("SipRuleId", "sip-rule/"),
        VOICE_CONNECTOR_GROUP("VoiceConnectorGroupId", "");

        private final String wireName;
        private final String prefix;

        Kind(String wireName, String prefix) {
            this.wireName = wireName;
            this.prefix = prefix;
        }

        public String wireName() {
            return wireName;
        }
    }

    /// Reads `vc/<id>`, `sip-rule/<id>` or the id of a voice connector group.
    static Association of(String text, Instant since) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix)) {
                return new Association(kind, text.substring(kind.prefix.length()), since);
            }
        }
        throw new IllegalStateException("the prefix of a voice connector group is empty");
    }

    /// As a world file writes it.
    String text() {
        return kind.prefix + id;
    }

    /// Whether it leads to the same place, no matter since when.
    public boolean leadsTo(Kind toKind, String toId) {
        return kind == toKind && id.equals(toId);
    }
}
