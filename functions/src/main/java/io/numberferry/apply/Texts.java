package io.numberferry.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Texts that occur again and again, each kept once. Not safe for use by several threads.
final class Texts {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /// @return the text's number, from 1
    int numberOf(String text) {
        return numbers.computeIfAbsent(text, added -> {
            texts.add(added);
            return texts.size();
        });
    }

    /// @param number what [#numberOf] gave
    String text(int number) {
        return texts.get(number - 1);
    }
}
