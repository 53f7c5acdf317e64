package io.numberferry.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Shows how far a job has come, how fast it goes and how long it will take: a bar for people, a plain line now
/// and then where the output is no terminal.
final class Progress implements AutoCloseable {
    /// The system property by which `./ferry` tells that its standard error is a terminal; Java cannot tell.
    private static final String TERMINAL = "ferry.terminal";

    /// Fits the narrowest usual terminal.
    private static final int COLUMNS = 79;

    private static final Duration LOOK = Duration.ofMillis(500);

    /// Looks between two plain lines: one line in ten seconds.
    private static final int LOOKS_A_LINE = 20;

    private final String jobId;
    private final LocalStore store;
    private final Supplier<Optional<Long>> throttled;
    private final PrintWriter terminal;
    private final Thread watcher;
    private Optional<ProgressBar> bar = Optional.empty();
    private volatile boolean ended;

    private Progress(String jobId, LocalStore store, Supplier<Optional<Long>> throttled, PrintWriter terminal) {
        this.jobId = jobId;
        this.store = store;
        this.throttled = throttled;
        this.terminal = terminal;
        this.watcher = Thread.ofPlatform().daemon().name("progress").unstarted(this::watch);
    }

    /// @param throttled how many calls were; empty when nobody counts them
    static Progress start(String jobId, LocalStore store, Supplier<Optional<Long>> throttled, PrintWriter terminal) {
        Progress progress = new Progress(jobId, store, throttled, terminal);
        progress.watcher.start();
        return progress;
    }

    /// Stops looking.
    void finish() throws InterruptedException {
        ended = true;
        watcher.interrupt();
        watcher.join();
    }

    @Override
    public void close() {
        watcher.interrupt();
        bar.ifPresent(ProgressBar::close);
    }

    private void watch() {
        try {
            JsonNode plan = plan();
            int toDo = total(plan);
            terminal.println(toDo + " rows to do, at least "
                    + plan.path("estimate").path("seconds").asText("0") + " s");
            terminal.flush();
            if (isForPeople() && toDo > 0) {
                bar = Optional.of(new ProgressBarBuilder()
                        .setInitialMax(toDo)
                        .setTaskName("rows")
                        .setStyle(ProgressBarStyle.ASCII)
                        .hideEta()
                        .setConsumer(new ConsoleProgressBarConsumer(System.err, COLUMNS))
                        .build());
            }
            Headway headway = new Headway(toDo);
            for (int look = 1; ; look++) {
                Thread.sleep(LOOK);
                show(headway, done(plan), look);
            }
        } catch (InterruptedException _) {
            // The job has ended.
        } catch (IOException | RuntimeException e) {
            // A look that the end of the job cut short says nothing.
            if (!ended) {
                terminal.println("The progress cannot be shown: " + e.getMessage());
            }
        }
    }

    private void show(Headway headway, int done, int look) {
        headway.seen(Instant.now(), done);
        if (bar.isPresent()) {
            bar.get().stepTo(done).setExtraMessage(headway.pace(throttled.get()));
        } else if (look % LOOKS_A_LINE == 0) {
            terminal.println(headway.sentence(throttled.get()));
            terminal.flush();
        }
    }

    private static boolean isForPeople() {
        return Boolean.getBoolean(TERMINAL);
    }

    private JsonNode plan() throws IOException, InterruptedException {
        String key = "jobs/" + jobId + "/plan.json";
        while (!store.exists(key)) {
            Thread.sleep(LOOK);
        }
        try (InputStream content = store.open(Laptop.OUTPUT_BUCKET, key)) {
            return new ObjectMapper().readTree(content);
        }
    }

    private static int total(JsonNode plan) {
        int rows = 0;
        for (JsonNode lane : plan.path("lanes")) {
            rows += lane.path("rows").asInt();
        }
        return rows;
    }

    private int done(JsonNode plan) {
        int rows = 0;
        for (JsonNode lane : plan.path("lanes")) {
            for (int number = 1; number <= lane.path("batches").asInt(); number++) {
                rows += store.done(
                        "%s/%s/%06d".formatted(jobId, lane.path("lane").asText(), number));
            }
        }
        return rows;
    }
}
