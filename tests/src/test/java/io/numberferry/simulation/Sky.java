package io.numberferry.simulation;

import io.numberferry.apply.Fault;
import io.numberferry.apply.JournalUnavailableException;
import io.numberferry.domain.Failure;
import io.numberferry.throttle.Timeline;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/// Lets the weather of a seed loose, until the calm.
final class Sky {
    private static final Map<Trouble, Supplier<Fault>> REFUSALS = Map.of(
            Trouble.UNAVAILABLE, () -> refusal(Failure.Kind.TRANSIENT, "ServiceUnavailableException"),
            Trouble.CONFLICT, () -> refusal(Failure.Kind.RECONCILE, "ConflictException"),
            Trouble.REFUSED, () -> refusal(Failure.Kind.ROW, "InvalidParameterException"),
            Trouble.DENIED, () -> refusal(Failure.Kind.JOB, "AccessDeniedException"));

    private final VirtualTime time;
    private final Weather weather;
    private final long seed;
    private final Map<Trouble, Random> dice = new EnumMap<>(Trouble.class);
    private final Random latency;
    private boolean over;

    Sky(VirtualTime time, Weather weather, long seed) {
        this.time = time;
        this.weather = weather;
        this.seed = seed;
        this.latency = Chance.of(seed, "stores");
    }

    /// Ends every trouble now.
    void clear() {
        over = true;
    }

    private boolean isCalm() {
        return over || time.passed().compareTo(weather.calm()) >= 0;
    }

    /// Each trouble has dice of its own, so that taking one away leaves the others as they were, nearly.
    boolean strikes(Trouble trouble, double most) {
        return !isCalm() && Chance.is(dice(trouble), weather.strength(trouble) * most);
    }

    Random dice(Trouble trouble) {
        return dice.computeIfAbsent(trouble, each -> Chance.of(seed, "dice " + each));
    }

    private Duration upTo(int millis, Trouble trouble) {
        return Duration.ofMillis(dice(trouble).nextLong(millis));
    }

    private static Fault refusal(Failure.Kind kind, String code) {
        return new Fault.Refusal(new Failure(kind, code, "refused"));
    }

    /// What goes wrong with the next call.
    Optional<Fault> onTheWire() {
        if (isCalm()) {
            return Optional.empty();
        }
        if (strikes(Trouble.LOST_REQUEST, 0.4)) {
            return Optional.of(new Fault.RequestLost());
        }
        if (strikes(Trouble.LOST_ANSWER, 0.4)) {
            return Optional.of(new Fault.AnswerLost());
        }
        if (strikes(Trouble.LATE_ANSWER, 0.4)) {
            return Optional.of(new Fault.Late(upTo(20_000, Trouble.LATE_ANSWER)));
        }
        if (strikes(Trouble.LATE_REQUEST, 0.4)) {
            return Optional.of(new Fault.Delayed(upTo(20_000, Trouble.LATE_REQUEST)));
        }
        if (strikes(Trouble.ARRIVES_TWICE, 0.4)) {
            return Optional.of(new Fault.Twice());
        }
        if (isStorm() && strikes(Trouble.THROTTLING_STORM, 0.9)) {
            return Optional.of(refusal(Failure.Kind.THROTTLED, "ThrottlingException"));
        }
        for (Trouble trouble : Trouble.values()) {
            Supplier<Fault> refusal = REFUSALS.get(trouble);
            if (refusal != null && strikes(trouble, 0.3)) {
                return Optional.of(refusal.get());
            }
        }
        return Optional.empty();
    }

    private boolean isStorm() {
        return time.passed().toMinutes() % 3 == 0;
    }

    /// The way to the journal.
    MemoryS3.Way toTheJournal() {
        return new MemoryS3.Way() {
            @Override
            public void there(String request) {
                time.pass(Duration.ofMillis(1 + latency.nextInt(5)));
                if (strikes(Trouble.JOURNAL_DOWN, 0.1)) {
                    throw unavailable(request);
                }
            }

            @Override
            public void back(String request) {
                boolean lost = strikes(Trouble.JOURNAL_ANSWER_LOST, 0.1);
                time.pass(Duration.ofMillis(1 + latency.nextInt(lost ? 3_000 : 5)));
                if (lost) {
                    throw unavailable(request);
                }
            }

            private static JournalUnavailableException unavailable(String request) {
                return new JournalUnavailableException(request + " had no answer", new IllegalStateException());
            }
        };
    }

    /// The way to the bucket.
    MemoryS3.Way toTheBucket() {
        return new MemoryS3.Way() {
            @Override
            public void there(String request) {
                time.pass(Duration.ofMillis(10));
                fail();
            }

            @Override
            public void back(String request) {
                time.pass(Duration.ofMillis(10));
                fail();
            }

            private void fail() {
                if (strikes(Trouble.STORAGE_DOWN, 0.1)) {
                    throw MemoryS3.refused(503);
                }
            }
        };
    }

    /// The clock of a worker.
    Timeline clock(Random random) {
        long most = Math.round(weather.strength(Trouble.CLOCK_SKEW) * 300_000);
        return most == 0 ? time : new Wrong(time, Duration.ofMillis(random.nextLong(-most, most + 1)));
    }

    /// A clock that is wrong by so much.
    private record Wrong(VirtualTime time, Duration by) implements Timeline {
        @Override
        public Instant now() {
            return time.now().plus(by);
        }

        @Override
        public void sleepUntil(Instant instant) {
            time.sleepUntil(instant.minus(by));
        }
    }
}
