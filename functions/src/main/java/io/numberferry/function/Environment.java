package io.numberferry.function;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads environment variables and keeps count of what is wrong with them, so that all faults are named at
/// once. Not safe for use by several threads.
final class Environment {
    private final Map<String, String> variables;
    private final List<String> faults = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /// A variable's text; empty when it is missing or blank.
    Optional<String> optional(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /// A variable's text; a fault is noted when there is none.
    String text(String name) {
        return optional(name).orElseGet(() -> {
            faults.add(name + " is not set");
            return "";
        });
    }

    /// An address with scheme and host; empty when the variable is not set. Of text that is none a fault is
    /// noted, and the address is empty.
    Optional<URI> address(String name) {
        return optional(name).map(text -> {
            try {
                URI address = URI.create(text);
                if (address.getScheme() != null && address.getHost() != null) {
                    return address;
                }
            } catch (IllegalArgumentException _) {
                // Named below, like text that has no host.
            }
            faults.add(name + " must be an address such as http://127.0.0.1:4567, not " + text);
            return URI.create("");
        });
    }

    /// A number greater than 0, or the given one when the variable is not set.
    double positive(String name, double otherwise) {
        return parsed(
                name, otherwise, Double::parseDouble, value -> value > 0 && !value.isInfinite(), "a number above 0");
    }

    /// A whole number of at least 1, or the given one when the variable is not set.
    int count(String name, int otherwise) {
        return parsed(name, otherwise, Integer::parseInt, value -> value >= 1, "a whole number of at least 1");
    }

    /// Whole seconds, 0 or more; empty when the variable is not set.
    Optional<Duration> seconds(String name) {
        int seconds = parsed(name, -1, Integer::parseInt, value -> value >= 0, "a whole number of at least 0");
        return Optional.of(seconds).filter(value -> value >= 0).map(Duration::ofSeconds);
    }

    /// `true` or `false`, or the given one when the variable is not set.
    boolean flag(String name, boolean otherwise) {
        return switch (optional(name).orElse(Boolean.toString(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            case String text -> {
                faults.add(name + " must be true or false, not " + text);
                yield otherwise;
            }
        };
    }

    /// Notes a fault that several variables make together.
    void fault(String text) {
        faults.add(text);
    }

    /// @throws IllegalStateException naming every fault
    void requireNoFaults() {
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the environment is not complete: " + String.join("; ", faults));
        }
    }

    private <T> T parsed(
            String name, T otherwise, Function<String, T> parse, java.util.function.Predicate<T> valid, String wanted) {
        Optional<String> text = optional(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            T value = parse.apply(text.get());
            if (valid.test(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Named below, with the values that are numbers but out of range.
        }
        faults.add(name + " must be " + wanted + ", not " + text.get());
        return otherwise;
    }
}
