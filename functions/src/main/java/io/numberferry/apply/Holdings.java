package io.numberferry.apply;

import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Standing;
import java.util.Map;

/// What the lists of Connect said.
///
/// @param standings where the numbers of interest stand; those that are not held are missing
/// @param perInstance how many numbers each instance holds, by its id: all numbers, of interest or not. An
///     instance without numbers is missing
public record Holdings(Map<PhoneNumber, Standing.OnConnect> standings, Map<String, Integer> perInstance) {
    public static Holdings none() {
        return new Holdings(Map.of(), Map.of());
    }
}
