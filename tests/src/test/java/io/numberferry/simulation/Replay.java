package io.numberferry.simulation;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Runs some seeds in a process of its own, in which enums and collections have other hashes.
final class Replay {
    private static final long SEEDS = 30;

    private Replay() {}

    /// @param arguments none
    public static void main(String[] arguments) {
        System.out.println(hashes());
    }

    /// A hash of all events, for each seed.
    static String hashes() {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> JobSimulation.run(seed, Weather.of(seed), Plant.NONE))
                .map(ended -> Long.toHexString(ended.hash()))
                .collect(Collectors.joining(" "));
    }
}
