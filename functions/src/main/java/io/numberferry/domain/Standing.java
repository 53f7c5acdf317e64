package io.numberferry.domain;

import java.util.Optional;

/// What the live inventory said about a row's number when the plan was made.
public sealed interface Standing {

    /// The state in words; empty when nothing is known.
    String words();

    /// The inventory was not read for this number.
    record NotRead() implements Standing {
        @Override
        public String words() {
            return "";
        }
    }

    /// The account does not hold the number in this Region.
    record Absent() implements Standing {
        @Override
        public String words() {
            return "not owned";
        }
    }

    /// Where the number will stand once the earlier rows on it have ended well. Nobody read that: a worker looks
    /// for itself, and only who wants to know what a row changed goes by it.
    ///
    /// @param then what is foreseen, [OnConnect] or [OnChime]
    record Foreseen(Standing then) implements Standing {
        public Foreseen {
            if (!(then instanceof OnConnect || then instanceof OnChime)) {
                throw new IllegalArgumentException("only where a number is held can be foreseen, not " + then);
            }
        }

        @Override
        public String words() {
            return then.words();
        }
    }

    /// A number that Connect holds for us.
    ///
    /// @param targetArn the instance or traffic distribution group it is claimed to
    /// @param flowId the id of the attached flow; empty when there is none, or when flows were not read
    /// @param tags empty when they were not read
    record OnConnect(
            NumberId number, String targetArn, Optional<String> flowId, String description, Optional<Tags> tags)
            implements Standing {
        /// A number whose tags were not read.
        public OnConnect(NumberId number, String targetArn, Optional<String> flowId, String description) {
            this(number, targetArn, flowId, description, Optional.empty());
        }

        /// The same number with tags that were read of it alone.
        public OnConnect tagged(Tags known) {
            return new OnConnect(number, targetArn, flowId, description, Optional.of(known));
        }

        /// The same number elsewhere, or with another flow.
        public OnConnect at(String otherTargetArn, Optional<String> otherFlowId) {
            return new OnConnect(number, otherTargetArn, otherFlowId, description, tags);
        }

        @Override
        public String words() {
            return "target=" + targetArn + flowId.map(flow -> " flow=" + flow).orElse("");
        }
    }

    /// A number that Chime SDK Voice holds for us.
    ///
    /// @param productType as the service wrote it; old numbers may still say `BusinessCalling`
    /// @param callingName empty for none
    /// @param callingNamePending a change of the calling name has not finished
    /// @param name empty for none
    /// @param association what it is associated with, as a manifest names it (a group's id, `vc/<id>`), or
    ///     `sip-rule/<id>`; empty for nothing
    record OnChime(
            String productType,
            String callingName,
            boolean callingNamePending,
            String name,
            Optional<String> association)
            implements Standing {
        /// What an association with a SIP rule begins with.
        public static final String SIP_RULE = "sip-rule/";

        @Override
        public String words() {
            return "product_type=" + productType
                    + association.map(at -> " target=" + at).orElse("")
                    + (callingName.isEmpty() ? "" : " calling_name=" + callingName)
                    + (name.isEmpty() ? "" : " name=" + name);
        }
    }
}
