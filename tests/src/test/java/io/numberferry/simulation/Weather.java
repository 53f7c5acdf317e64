package io.numberferry.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Which troubles a seed has, and how strong each is, from 0 for not at all to 1.
///
/// @param calm how long after the start every trouble ends
record Weather(Map<Trouble, Double> strengths, Duration calm) {
    private static final double ONE_TROUBLE = 0.2;

    Weather {
        strengths = strengths.isEmpty() ? Map.of() : new EnumMap<>(strengths);
    }

    /// One seed in five has a single trouble, the others each of them by even chance or less.
    static Weather of(long seed) {
        Random random = Chance.of(seed, "weather");
        Map<Trouble, Double> strengths = new EnumMap<>(Trouble.class);
        Trouble[] all = Trouble.values();
        if (random.nextDouble() < ONE_TROUBLE) {
            strengths.put(all[random.nextInt(all.length)], 1 - random.nextDouble());
        } else {
            double share = random.nextDouble() / 2;
            Arrays.stream(all)
                    .filter(_ -> random.nextDouble() < share)
                    .forEach(trouble -> strengths.put(trouble, 1 - random.nextDouble()));
        }
        return new Weather(strengths, Duration.ofSeconds(random.nextLong(5, 1_200)));
    }

    boolean has(Trouble trouble) {
        return strengths.containsKey(trouble);
    }

    double strength(Trouble trouble) {
        return strengths.getOrDefault(trouble, 0.0);
    }

    List<Trouble> troubles() {
        return List.copyOf(new ArrayList<>(strengths.keySet()));
    }

    Weather without(Trouble trouble) {
        Map<Trouble, Double> fewer = new EnumMap<>(Trouble.class);
        fewer.putAll(strengths);
        fewer.remove(trouble);
        return new Weather(fewer, calm);
    }
}
