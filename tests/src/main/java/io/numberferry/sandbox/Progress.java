package io.numberferry.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Shows how far a job has come: a bar for people, plain lines where the output is no terminal.
final class Progress implements AutoCloseable {
    /// The system property by which `./ferry` tells that its standard error is a terminal; Java cannot tell.
    private static final String TERMINAL = "ferry.terminal";

    /// Fits the narrowest usual terminal.
    private static final int COLUMNS = 79;

    private static final Duration LOOK = Duration.ofMillis(500);

    private final String jobId;
    private final LocalStore store;
    private final PrintWriter terminal;
    private final Thread watcher;
    private Optional<ProgressBar> bar = Optional.empty();
    private volatile boolean ended;

    private Progress(String jobId, LocalStore store, PrintWriter terminal) {
        this.jobId = jobId;
        this.store = store;
        this.terminal = terminal;
        this.watcher = Thread.ofPlatform().daemon().name("progress").unstarted(this::watch);
    }

    static Progress start(String jobId, LocalStore store, PrintWriter terminal) {
        Progress progress = new Progress(jobId, store, terminal);
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
                        .setConsumer(new ConsoleProgressBarConsumer(System.err, COLUMNS))
                        .build());
            }
            while (true) {
                Thread.sleep(LOOK);
                int done = done(plan);
                bar.ifPresent(shown -> shown.stepTo(done));
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
