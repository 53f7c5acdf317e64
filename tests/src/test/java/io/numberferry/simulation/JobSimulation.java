package io.numberferry.simulation;

import io.numberferry.apply.InMemoryClosings;
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
import java.nio.charset.StandardCharsets;
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
    private final Executions executions = new Executions();
    private final Map<JobId, Execution> current = new HashMap<>();
    private final Map<JobId, Integer> closings = new HashMap<>();
    private final News news;

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
        this.news = new News(witness);
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
                town.connect().tagging(),
                plant.journal(journal),
                plant.closings(new SeenClosings(new InMemoryClosings(), sky.toTheJournal())),
                executions,
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
                current.values().forEach(this::audit);
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
                bucket.place(manifest.key(), Wish.HEADER.getBytes(StandardCharsets.UTF_8));
            });
        }
        if (weather.has(Trouble.ABORT)) {
            time.at(VirtualTime.START.plusMillis(random.nextLong(calm.toMillis())), () -> {
                trace.add("abort");
                Optional.ofNullable(current.get(JobId.of(upload))).ifPresent(Execution::abort);
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
        if (current.containsKey(id)) {
            return;
        }
        Job job = new Job(id, upload, io.numberferry.domain.JobSettings.asWritten(), time.now());
        Random choice = Chance.of(seed, "choice " + id);
        Optional<Execution> next = Optional.of(start(job, choice));
        for (int run = 0; next.isPresent(); run++) {
            Execution execution = next.get();
            boolean isDone = execution.run() == Execution.State.SUCCEEDED;
            trace.add(execution.state() + " by " + execution.error());
            news.ended(id, News.End.of(execution));
            if (isDone || execution.hasReport()) {
                news.announced(id, News.End.of(execution));
            }
            if (run == MOST_RUNS) {
                witness.violated("not done after " + run + " runs: " + execution.error());
            }
            next = isDone || run == MOST_RUNS ? Optional.empty() : goOn(execution, choice);
        }
    }

    /// What a person does about an execution that did not succeed: redrives it at once, or before its closing is done,
    /// or starts the job again, before that or after it, or leaves it.
    private Optional<Execution> goOn(Execution execution, Random choice) throws InterruptedException {
        Random pause = Chance.of(seed, "pause " + execution.name() + " " + execution.endedAt());
        if (execution.isRedrivable() && !isLost(execution) && choice.nextBoolean()) {
            time.pass(Duration.ofSeconds(pause.nextLong(1, 300)));
            return Optional.of(execution);
        }
        if (!isLost(execution) && pause.nextInt(3) == 0) {
            time.start(() -> close(execution));
            time.pass(Duration.ofSeconds(pause.nextLong(1, 2_400)));
            return Optional.of(
                    execution.isRedrivable() && pause.nextBoolean() ? execution : start(execution.job(), choice));
        }
        close(execution);
        if (isLost(execution) || choice.nextInt(4) == 0) {
            trace.add("left as it is");
            return Optional.empty();
        }
        return Optional.of(
                execution.isRedrivable() && choice.nextBoolean() ? execution : start(execution.job(), choice));
    }

    private Execution start(Job job, Random choice) {
        Retrying retrying = new Retrying(time, lambda, Chance.of(seed, "jitter " + job.id()));
        String name = job.id() + " " + executions.of(job.id()).size();
        Execution execution = new Execution(name, time, retrying, functions, job, choice.nextBoolean());
        executions.add(execution);
        current.put(job.id(), execution);
        return execution;
    }

    private void close(Execution execution) throws InterruptedException {
        JobId id = execution.job().id();
        String name = "closing " + execution.name() + " " + execution.endedAt();
        if (weather.has(Trouble.ANNOUNCED_TWICE) && !execution.hasReport()) {
            time.start(() -> closed(execution, name + " again"));
        }
        if ((execution.hasReport() || closed(execution, name))
                && execution.plan().isPresent()) {
            new Audit(witness, id).of(content(id, "report.csv"), nobodyWorksOn(id));
        }
    }

    /// @return whether it made a report
    private boolean closed(Execution execution, String name) throws InterruptedException {
        JobId id = execution.job().id();
        closings.merge(id, 1, Integer::sum);
        Retrying retrying = new Retrying(time, lambda, Chance.of(seed, name));
        Optional<News.End> end = new Closing(time, retrying, functions, execution, name).run();
        end.ifPresent(reported -> news.announced(id, reported));
        closings.merge(id, -1, Integer::sum);
        return end.isPresent();
    }

    private boolean nobodyWorksOn(JobId id) {
        return closings.getOrDefault(id, 0) == 0
                && executions.of(id).stream().allMatch(execution -> execution.state() != Execution.State.RUNNING);
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
        String summary = new String(content(id, "summary.json"), StandardCharsets.UTF_8);
        news.audit(id, summary.split("\"state\" *: *\"", 2)[1].split("\"", 2)[0]);
        Audit audit = new Audit(witness, id);
        Ending ending = execution.ending();
        try {
            Map<String, String> first = report(id);
            Map<String, String> second = reported(execution, ending);
            audit.of(content(id, "report.csv"), true);
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

    private byte[] content(JobId id, String file) {
        return bucket.content("reports/" + id + "/" + file).orElseThrow();
    }
}
