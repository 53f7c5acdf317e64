package io.numberferry.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// Which troubles a seed has, and how strong each is, from 0 for not at all to 1.
///
/// @param calm how long after the start every trouble ends
record Weather(Map<Trouble, Double> strengths, Duration calm) {
    private static final double ONE_TROUBLE = 0.2;
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    /// The share of seeds in which batches are given up.
    private static final double FAULTY = 0.3;

    Weather {
        strengths = strengths.isEmpty() ? Map.of() : new EnumMap<>(strengths);
    }

    /// One seed in five has a single trouble, the others each of them by even chance or less. Whether batches are given
    /// up is drawn apart, so that the seeds that are kept have the weather that they are kept for.
    static Weather of(long seed) {
        Random random = Chance.of(seed, "weather");
        Map<Trouble, Double> strengths = new EnumMap<>(Trouble.class);
        Trouble[] all = Arrays.stream(Trouble.values())
                .filter(trouble -> trouble != Trouble.FAULTY)
                .toArray(Trouble[]::new);
        if (random.nextDouble() < ONE_TROUBLE) {
            strengths.put(all[random.nextInt(all.length)], 1 - random.nextDouble());
        } else {
            double share = random.nextDouble() / 2;
            Arrays.stream(all)
                    .filter(_ -> random.nextDouble() < share)
                    .forEach(trouble -> strengths.put(trouble, 1 - random.nextDouble()));
        }
        Random apart = Chance.of(seed, "faulty");
        if (apart.nextDouble() < FAULTY) {
            strengths.put(Trouble.FAULTY, 1 - apart.nextDouble());
        }
        return new Weather(strengths, SHORTEST.plusSeconds(random.nextLong(1_195)));
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

    /// The names of its troubles, as `-Dsim.troubles` takes them.
    String names() {
        return strengths.keySet().stream().map(Trouble::name).collect(Collectors.joining(","));
    }

    Weather only(Set<Trouble> wanted) {
        Weather left = this;
        for (Trouble trouble : troubles()) {
            left = wanted.contains(trouble) ? left : left.without(trouble);
        }
        return left;
    }

    /// The weathers that are milder by one step: one trouble less, or half as long.
    List<Weather> milder() {
        List<Weather> milder =
                new ArrayList<>(troubles().stream().map(this::without).toList());
        Duration half = calm.dividedBy(2);
        if (half.compareTo(SHORTEST) > 0) {
            milder.add(new Weather(strengths, half));
        }
        return milder;
    }

    private Weather without(Trouble trouble) {
        Map<Trouble, Double> fewer = new EnumMap<>(Trouble.class);
        fewer.putAll(strengths);
        fewer.remove(trouble);
        return new Weather(fewer, calm);
    }
}
