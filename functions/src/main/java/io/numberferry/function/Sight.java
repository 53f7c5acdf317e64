package io.numberferry.function;

import io.numberferry.plan.Planner;
import java.util.Map;

/// What was seen of the services before the rows were decided.
///
/// @param held how many numbers each Connect instance holds, by its id: all of them, whether the file names them
///     or not. Empty when Connect's numbers were not read
record Sight(Planner planner, Map<String, Integer> held) {
    Sight {
        held = Map.copyOf(held);
    }
}
