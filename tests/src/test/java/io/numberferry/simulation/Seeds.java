package io.numberferry.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/// Runs seeds, and tells of the first that breaks a promise.
final class Seeds {
    private static final int CORES = 2;

    /// The only troubles that there are to be; all of the seed's own when empty.
    private static final Set<Trouble> ALLOWED = Arrays.stream(
                    System.getProperty("sim.troubles", "").split(","))
            .filter(name -> !name.isBlank())
            .map(Trouble::valueOf)
            .collect(Collectors.toUnmodifiableSet());

    private Seeds() {}

    /// A seed that broke a promise, and the weather in which it did.
    record Finding(long seed, Weather weather, JobSimulation.Ended ended) {
        String told() {
            return """
                    seed %d: %s
                    with %s
                    again, as docs/ARCHITECTURE.md says: -Dsim.seeds=1 -Dsim.seed=%d -Dsim.troubles=%s
                    the last events:
                    %s""".formatted(
                            seed,
                            ended.violation().orElse("nothing wrong"),
                            weather,
                            seed,
                            weather.names(),
                            String.join("\n", ended.lastEvents()));
        }
    }

    /// Runs seeds on all cores until one breaks a promise.
    static Optional<Finding> search(List<Long> seeds, Plant plant) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Optional<Finding>> found = new AtomicReference<>(Optional.empty());
        Callable<Boolean> core = () -> {
            for (int i = next.getAndIncrement();
                    i < seeds.size() && found.get().isEmpty();
                    i = next.getAndIncrement()) {
                run(seeds.get(i), plant)
                        .ifPresent(finding -> found.compareAndSet(Optional.empty(), Optional.of(finding)));
            }
            return true;
        };
        try (ExecutorService cores = Executors.newVirtualThreadPerTaskExecutor()) {
            cores.invokeAll(Collections.nCopies(CORES, core)).forEach(Future::resultNow);
        } catch (InterruptedException e) {
            throw new AssertionError("the test was interrupted", e);
        }
        return found.get();
    }

    private static Optional<Finding> run(long seed, Plant plant) {
        Weather weather =
                ALLOWED.isEmpty() ? Weather.of(seed) : Weather.of(seed).only(ALLOWED);
        JobSimulation.Ended ended = JobSimulation.run(seed, weather, plant);
        return ended.violation().isPresent() ? Optional.of(new Finding(seed, weather, ended)) : Optional.empty();
    }

    /// Takes troubles away, and lets the rest end sooner, while the seed still breaks a promise of the product.
    static Finding least(Finding found) {
        for (Weather weather : found.weather().milder()) {
            JobSimulation.Ended again = JobSimulation.run(found.seed(), weather, Plant.NONE);
            if (again.violation().isPresent()) {
                return least(new Finding(found.seed(), weather, again));
            }
        }
        return found;
    }

    /// The seeds that once broke a promise.
    static List<Long> kept() {
        try (var file = Seeds.class.getResourceAsStream("/simulation/seeds.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Long.valueOf(line.split(" ", 2)[0]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
