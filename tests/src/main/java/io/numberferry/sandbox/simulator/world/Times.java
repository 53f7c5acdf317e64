package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalInt;

/// How often something scripted happens.
///
/// @param left how often still; empty for always
public record Times(OptionalInt left) {
    static final Times ALWAYS = new Times(OptionalInt.empty());

    public static Times of(int left) {
        return new Times(OptionalInt.of(left));
    }

    /// The field `times`: a number, or `"always"`.
    static Times read(Fields in, Times otherwise) {
        if (in.is("times", "always")) {
            return ALWAYS;
        }
        return in.count("times").map(Times::of).orElse(otherwise);
    }

    public ObjectNode addTo(ObjectNode json) {
        return left.isPresent() ? json.put("times", left.getAsInt()) : json.put("times", "always");
    }

    public boolean over() {
        return left.isPresent() && left.getAsInt() == 0;
    }

    public Times once() {
        return left.isPresent() ? of(left.getAsInt() - 1) : this;
    }
}
