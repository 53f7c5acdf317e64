package io.numberferry.sandbox.lambda;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A function as template.yaml declares it.
///
/// @param name its logical id
/// @param handler the class that is called
/// @param memoryMegabytes what it is given; more than 0
/// @param timeout how long an invocation may take
/// @param variables the environment variables that it is given; the value is empty where only a deployment
///     knows it
record DeclaredFunction(
        String name, String handler, int memoryMegabytes, Duration timeout, Map<String, Optional<String>> variables) {
    /// The share of the memory that is Java's heap. A choice: Lambda does not document it; functions that printed
    /// their own arguments were given 85 %.
    private static final double HEAP = 0.85;

    DeclaredFunction {
        if (memoryMegabytes <= 0) {
            throw new IllegalArgumentException("the memory must be more than 0 MB, not " + memoryMegabytes);
        }
        variables = Map.copyOf(variables);
    }

    int heapMegabytes() {
        return (int) (memoryMegabytes * HEAP);
    }

    /// The declared variables, with what this machine has for them first. A variable that is not declared is not
    /// given, as a deployed function would not have it.
    Map<String, String> environment(Map<String, String> here) {
        Map<String, String> environment = new TreeMap<>();
        variables.forEach((variable, declared) -> Optional.ofNullable(here.get(variable))
                .or(() -> declared)
                .ifPresent(value -> environment.put(variable, value)));
        return environment;
    }
}
