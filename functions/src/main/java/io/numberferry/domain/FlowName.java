package io.numberferry.domain;

/// A flow as a manifest names it: by id, by ARN, or by its name on the target instance. Not yet looked up.
public record FlowName(String text) {
    public FlowName {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a flow needs an id, an ARN or a name");
        }
    }
}
