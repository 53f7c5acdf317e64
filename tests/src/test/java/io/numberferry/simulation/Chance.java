package io.numberferry.simulation;

import java.util.Random;

/// Numbers that the seed decides, a stream of its own for each use: what one use draws changes nothing for the others.
final class Chance {
    private Chance() {}

    static Random of(long seed, String use) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + use.hashCode());
        random.nextLong();
        return random;
    }

    static boolean is(Random random, double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }
}
