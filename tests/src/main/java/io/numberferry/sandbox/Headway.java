package io.numberferry.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How fast a job goes, and how long it will take at that pace, from looks at how far it has come. Not safe for
/// use by several threads.
final class Headway {
    /// The pace is that of this much time: long enough to even out calls of fifty rows, short enough to show a
    /// throttled lane.
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private record Look(Instant at, int done) {}

    private final int rows;
    private final Deque<Look> looks = new ArrayDeque<>();

    /// @param rows to do in all
    Headway(int rows) {
        this.rows = rows;
    }

    /// @param done rows with an outcome
    void seen(Instant at, int done) {
        looks.addLast(new Look(at, done));
        while (looks.size() > 2 && Duration.between(looks.getFirst().at(), at).compareTo(WINDOW) > 0) {
            looks.removeFirst();
        }
    }

    /// How far it has come, in words: rows, pace, time left as far as it can be told, throttled calls.
    ///
    /// @param throttled calls so far; empty when nobody counts them
    String sentence(Optional<Long> throttled) {
        int done = looks.isEmpty() ? 0 : looks.getLast().done();
        String pace = pace(throttled);
        return "%d of %d rows".formatted(done, rows) + (pace.isEmpty() ? "" : ", " + pace);
    }

    /// The same without the rows, for beside a bar.
    String pace(Optional<Long> throttled) {
        List<String> parts = new ArrayList<>();
        rate().ifPresent(perSecond -> {
            double seconds = (rows - looks.getLast().done()) / perSecond;
            parts.add(String.format(Locale.ROOT, "%.1f/s", perSecond));
            parts.add(words(Duration.ofMillis(Math.round(seconds * 1000))) + " left");
        });
        throttled.ifPresent(calls -> parts.add(calls + " throttled"));
        return String.join(", ", parts);
    }

    /// Rows a second lately; empty as long as none ended.
    private Optional<Double> rate() {
        if (looks.size() < 2) {
            return Optional.empty();
        }
        double seconds =
                Duration.between(looks.getFirst().at(), looks.getLast().at()).toMillis() / 1000.0;
        int ended = looks.getLast().done() - looks.getFirst().done();
        return ended > 0 && seconds > 0 ? Optional.of(ended / seconds) : Optional.empty();
    }

    private static String words(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < 90) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
