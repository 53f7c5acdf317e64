package io.numberferry.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Values that occur again and again, each kept once. Not safe for use by several threads.
final class Shared<T> {
    private final List<T> values = new ArrayList<>();
    private final Map<T, Integer> numbers = new HashMap<>();

    /// @return the value's number, from 1
    int numberOf(T value) {
        return numbers.computeIfAbsent(value, added -> {
            values.add(added);
            return values.size();
        });
    }

    /// @param number what [#numberOf] gave
    T get(int number) {
        return values.get(number - 1);
    }
}
