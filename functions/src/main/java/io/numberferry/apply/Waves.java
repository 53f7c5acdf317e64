package io.numberferry.apply;

import io.numberferry.domain.PlannedItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Splits rows so that a row comes after the earlier row on its number, and all others side by side.
final class Waves {
    private Waves() {}

    /// @return the waves in the order they must run; within a wave, input order. Together they are the items
    /// given
    static List<List<PlannedItem>> of(List<PlannedItem> items) {
        Map<Integer, Integer> waveOfLine = new HashMap<>();
        List<List<PlannedItem>> waves = new ArrayList<>();
        for (PlannedItem item : items) {
            int wave = item.after().isPresent()
                    ? waveOfLine.getOrDefault(item.after().getAsInt(), -1) + 1
                    : 0;
            waveOfLine.put(item.line(), wave);
            while (waves.size() <= wave) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(item);
        }
        return waves;
    }
}
