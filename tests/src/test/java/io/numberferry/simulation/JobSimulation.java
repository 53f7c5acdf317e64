package io.numberferry.simulation;

import io.numberferry.apply.Services;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.ManifestRef;
import io.numberferry.function.JobSteps;
import io.numberferry.manifest.Home;
import io.numberferry.report.Ending;
import io.numberferry.throttle.InMemoryQuotaStore;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// One seed: a small world, one job or two, and the weather that the seed draws.
final class JobSimulation {
    private static final String BUCKET = "bucket";

    /// When the troubles are over, every job ends within this time.
    private static final Duration PATIENCE = Duration.ofHours(3);

    private static final int MOST_RUNS = 25;

    private final long seed;
    private final Weather weather;
    private final VirtualTime time;
    private final Trace trace;
    private final Town town;
    private final Witness witness;
    private final MemoryS3 bucket;
    private final JobSteps steps;
    private final Sky sky;
    private final Lambda lambda;
    private final Functions functions;
    private final Map<JobId, Execution> executions = new HashMap<>();

    /// How a seed ended.
    ///
    /// @param violation empty when every promise was kept
    record Ended(Optional<String> violation, long hash, int events, List<String> lastEvents) {}

    private JobSimulation(long seed, Weather weather, Plant plant) {
        this.seed = seed;
        this.weather = weather;
        this.time = VirtualTime.shuffled(Chance.of(seed, "turns"));
        this.trace = new Trace(time);
        boolean oneClock = !weather.has(Trouble.CLOCK_SKEW);
        this.town = new Town(time, new Rates(Quotas.defaults(), oneClock ? 20 : 100));
        this.witness = new Witness(town, trace);
        this.sky = new Sky(time, weather, seed);
        this.bucket = new MemoryS3(sky.toTheBucket());
        S3Objects objects = new S3Objects(bucket, Optional.empty());
        this.steps = new JobSteps(objects, BUCKET, new Home("us-west-2", Optional.of("111122223333")));
        this.lambda = new Lambda(time, sky, witness, trace, seed);
        SeenJournal journal = new SeenJournal(plant.table(town.journal()), witness, sky.toTheJournal());
        Services services = new Services(plant.connect(town.connect()), town.chime(), 2);
        Random latency = Chance.of(seed, "latency");
        town.connect().wire().chance(sky::onTheWire);
        town.chime().wire().chance(sky::onTheWire);
        town.connect().wire().latency(() -> Duration.ofMillis(20 + latency.nextInt(200)));
        town.chime().wire().latency(() -> Duration.ofMillis(20 + latency.nextInt(200)));
        town.connect().wire().watch(witness);
        town.chime().wire().watch(witness);
        this.functions = new Functions(
                time,
                steps,
                services,
                plant.journal(journal),
                plant,
                new InMemoryQuotaStore(),
                Chance.of(seed, "backoff"));
    }

    static Ended run(long seed, Weather weather, Plant plant) {
        return new JobSimulation(seed, weather, plant).run();
    }

    private Ended run() {
        try {
            Random random = Chance.of(seed, "manifest");
            town.claimsTake(Chance.of(seed, "claims"), random.nextInt(3) == 0);
            if (weather.has(Trouble.FORGETFUL)) {
                town.connect().forgetsTokensAfter(Duration.ofMinutes(20));
            }
            upload(Manifest.of("run/a.csv", 0, random), random);
            if (weather.has(Trouble.SECOND_JOB)) {
                upload(Manifest.of("run/b.csv", random.nextInt(4), random), random);
            }
            boolean ended = time.runUntil(VirtualTime.START.plus(weather.calm()).plus(PATIENCE));
            if (!ended) {
                witness.violated("the job does not end");
            }
            sky.clear();
            if (ended && witness.violation().isEmpty()) {
                executions.values().forEach(this::audit);
            }
        } catch (RuntimeException | AssertionError e) {
            witness.violated(
                    e + " at " + Arrays.stream(e.getStackTrace()).limit(12).toList());
        } finally {
            time.close();
        }
        return new Ended(witness.violation(), trace.hash(), trace.events(), trace.last());
    }

    private void upload(Manifest manifest, Random random) {
        for (Wish wish : manifest.rows()) {
            if (!isPrepared(wish)) {
                town.prepare(wish, random);
            }
            if (weather.has(Trouble.FAILS_LATER) && random.nextInt(3) == 0) {
                town.failLater(wish, random);
            }
        }
        byte[] bytes = manifest.bytes();
        String etag = bucket.place(manifest.key(), bytes);
        ManifestRef upload = new ManifestRef(BUCKET, manifest.key(), Optional.empty(), etag, bytes.length);
        witness.expects(JobId.of(upload), manifest.rows());
        int events = weather.has(Trouble.ANNOUNCED_TWICE) ? 3 : 1;
        for (int event = 0; event < events; event++) {
            time.start(() -> announce(upload));
        }
        Duration calm = weather.calm();
        if (weather.has(Trouble.OVERWRITTEN)) {
            time.at(VirtualTime.START.plusMillis(random.nextLong(calm.toMillis())), () -> {
                trace.add("overwritten " + manifest.key());
                witness.overwritten(JobId.of(upload));
                bucket.place(manifest.key(), Wish.HEADER.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            });
        }
        if (weather.has(Trouble.ABORT)) {
            time.at(VirtualTime.START.plusMillis(random.nextLong(calm.toMillis())), () -> {
                trace.add("abort");
                Optional.ofNullable(executions.get(JobId.of(upload))).ifPresent(Execution::abort);
            });
        }
    }

    private boolean isPrepared(Wish wish) {
        return wish.kind().onConnect()
                ? town.connect().targetOf(wish.number()).isPresent()
                : town.chime().holds(wish.number());
    }

    /// An event about an upload: the first one starts the execution, which goes by the job's id.
    private void announce(ManifestRef upload) throws InterruptedException {
        JobId id = JobId.of(upload);
        time.pass(Duration.ofMillis(Chance.of(seed, "event " + id).nextInt(1_000)));
        if (executions.containsKey(id)) {
            return;
        }
        Job job = new Job(id, upload, io.numberferry.domain.JobSettings.asWritten(), time.now());
        Random random = Chance.of(seed, "redrive");
        Random choice = Chance.of(seed, "choice " + id);
        Execution execution = start(job, choice);
        for (int run = 0; execution.run() != Execution.State.SUCCEEDED; run++) {
            trace.add(execution.state() + " by " + execution.error());
            if (run == MOST_RUNS) {
                witness.violated("not done after " + run + " runs: " + execution.error());
                return;
            }
            if (execution.isRedrivable() && !isLost(execution) && choice.nextBoolean()) {
                time.pass(Duration.ofSeconds(random.nextLong(1, 300)));
                continue;
            }
            close(execution);
            if (isLost(execution) || choice.nextInt(4) == 0) {
                trace.add("left as it is");
                return;
            }
            execution = execution.isRedrivable() && choice.nextBoolean() ? execution : start(job, choice);
        }
    }

    private Execution start(Job job, Random choice) {
        Retrying retrying = new Retrying(time, lambda, Chance.of(seed, "jitter " + job.id()));
        Execution execution = new Execution(time, retrying, functions, job, choice.nextBoolean());
        executions.put(job.id(), execution);
        return execution;
    }

    private void close(Execution execution) throws InterruptedException {
        if (!execution.hasReport()) {
            Retrying retrying = new Retrying(
                    time, lambda, Chance.of(seed, "closing " + execution.job().id()));
            new Closing(time, retrying, functions, execution).run();
        }
        if (execution.plan().isPresent()) {
            new Audit(witness, execution.job().id()).of(content(execution), true);
        }
    }

    /// A job whose upload was replaced cannot be helped.
    private boolean isLost(Execution execution) {
        return weather.has(Trouble.OVERWRITTEN)
                && execution
                        .error()
                        .filter(error -> error.contains("ObjectChanged"))
                        .isPresent();
    }

    private void audit(Execution execution) {
        if (execution.plan().isEmpty()) {
            return;
        }
        JobId id = execution.job().id();
        Audit audit = new Audit(witness, id);
        Ending ending = execution.ending();
        try {
            Map<String, String> first = report(id);
            Map<String, String> second = reported(execution, ending);
            audit.of(bucket.content("reports/" + id + "/report.csv").orElseThrow(), true);
            // The first one may be from before the last worker ended.
            if (!first.equals(second) && !second.equals(reported(execution, ending))) {
                witness.violated("a report that is made again differs");
            }
        } catch (IOException e) {
            witness.violated(e.toString());
        }
    }

    /// Makes the report, and reads all its files.
    private Map<String, String> reported(Execution execution, Ending ending) throws IOException {
        functions.report(execution, ending);
        return report(execution.job().id());
    }

    private Map<String, String> report(JobId job) {
        return bucket.under("reports/" + job + "/");
    }

    private byte[] content(Execution execution) {
        return bucket.content("reports/" + execution.job().id() + "/report.csv").orElseThrow();
    }
}
