package io.numberferry.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A flow as a manifest names it: by id, by ARN, or by its name on the target instance. Not yet looked up.
public record FlowName(String text) {
    private static final Pattern ARN =
            Pattern.compile("arn:[^:]+:connect:[^:]+:[^:]*:instance/([^/]+)/contact-flow/([^/]+)");

    public FlowName {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a flow needs an id, an ARN or a name");
        }
    }

    /// The instance that the flow's ARN names; empty when the flow is not given by ARN.
    public Optional<String> instanceId() {
        Matcher arn = ARN.matcher(text);
        return arn.matches() ? Optional.of(arn.group(1)) : Optional.empty();
    }

    /// The flow's id that its ARN ends with; empty when the flow is not given by ARN.
    public Optional<String> idInArn() {
        Matcher arn = ARN.matcher(text);
        return arn.matches() ? Optional.of(arn.group(2)) : Optional.empty();
    }
}
