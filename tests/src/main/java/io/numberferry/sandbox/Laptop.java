package io.numberferry.sandbox;

import io.numberferry.function.Wiring;
import io.numberferry.sandbox.lambda.Invocations;
import io.numberferry.sandbox.lambda.RuntimeFunctions;
import io.numberferry.sandbox.local.LocalAccount;
import io.numberferry.sandbox.local.LocalDynamoDb;
import io.numberferry.sandbox.local.LocalS3;
import io.numberferry.sandbox.local.TableKey;
import io.numberferry.sandbox.simulator.Simulator;
import io.numberferry.sandbox.simulator.SimulatorSettings;
import io.numberferry.sandbox.simulator.world.Directory;
import io.numberferry.sandbox.simulator.world.World;
import io.numberferry.sandbox.statemachine.ExecutionListener;
import io.numberferry.sandbox.statemachine.ExecutionResult;
import io.numberferry.sandbox.statemachine.LambdaInvoker;
import io.numberferry.sandbox.statemachine.Ports;
import io.numberferry.sandbox.statemachine.StateMachine;
import io.numberferry.sandbox.statemachine.StateMachineRunner;
import io.numberferry.sandbox.statemachine.StepFunctionsServer;
import io.numberferry.sandbox.statemachine.TaskTokens;
import io.numberferry.throttle.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A whole deployment on loopback: storage, tables, the simulated services, the functions and the state
/// machine.
final class Laptop implements AutoCloseable {
    static final String INPUT_BUCKET = "numberferry-input";
    static final String OUTPUT_BUCKET = "numberferry-output";
    static final String JOURNAL_TABLE = "numberferry-journal";
    private static final String QUOTA_TABLE = "numberferry-quotas";
    static final String STATE_MACHINE_ARN = "arn:aws:states:us-west-2:000000000000:stateMachine:numberferry-job";
    static final String CLOSING_ARN = "arn:aws:states:us-west-2:000000000000:stateMachine:numberferry-close";

    private final Deque<AutoCloseable> started;
    private final Map<String, String> environment = new TreeMap<>();
    private final News news = new News();
    private final TaskTokens tokens = new TaskTokens();
    private final Invocations invocations;
    private final StoppedJobs stoppedJobs;
    private final LocalStore store;
    private final LambdaInvoker functions;
    private final Optional<Simulator> simulator;

    /// How a laptop is to be set up.
    ///
    /// @param home the project's folder, which holds the state machine
    /// @param state where everything is kept; empty to forget it at the end
    /// @param quotaScale multiplies all rates and bursts
    /// @param timeline the clock of everything; tests put one that does not wait
    /// @param functionLogs the folder for the functions' output, when each runs in a JVM of its own under Lambda's
    ///     runtime; empty to call them in this process
    record Setup(
            Path home,
            World world,
            Optional<Path> state,
            double quotaScale,
            Endpoints endpoints,
            Timeline timeline,
            Optional<Path> functionLogs) {
        /// With the functions in this process.
        Setup(Path home, World world, Optional<Path> state, double quotaScale, Endpoints endpoints, Timeline timeline) {
            this(home, world, state, quotaScale, endpoints, timeline, Optional.empty());
        }

        Setup underRuntime(Path logs) {
            return new Setup(home, world, state, quotaScale, endpoints, timeline, Optional.of(logs));
        }
    }

    /// Starts everything. What was started is stopped again when a part of it fails.
    ///
    /// @throws Refusal when a part of it cannot be started, for example because another run has the state
    static Laptop start(Setup setup, ExecutionListener listener) throws IOException {
        Deque<AutoCloseable> started = new ArrayDeque<>();
        try {
            return new Laptop(setup, listener, started);
        } catch (CompletionException e) {
            stop(started);
            throw new Refusal(
                    String.valueOf(Optional.ofNullable(e.getCause()).orElse(e).getMessage()), e);
        } catch (IOException | RuntimeException e) {
            stop(started);
            throw e;
        }
    }

    private Laptop(Setup setup, ExecutionListener listener, Deque<AutoCloseable> started) throws IOException {
        this.started = started;
        CompletableFuture<LocalS3> s3 = CompletableFuture.supplyAsync(() -> LocalS3.start(directory(setup, "s3")));
        CompletableFuture<LocalDynamoDb> dynamoDb =
                CompletableFuture.supplyAsync(() -> LocalDynamoDb.start(directory(setup, "dynamodb")));
        simulator = simulate(setup);
        LocalS3 objects = keep(s3.join());
        LocalDynamoDb tables = keep(dynamoDb.join());
        objects.createBucket(INPUT_BUCKET);
        objects.createBucket(OUTPUT_BUCKET);
        tables.createTable(JOURNAL_TABLE, TableKey.string("batch"), Optional.of(TableKey.number("line")));
        tables.createTable(QUOTA_TABLE, TableKey.string("api"), Optional.empty());
        describe(setup, objects, tables);
        store = keep(new LocalStore(objects.uri(), tables.uri()));
        invocations = keep(new Invocations());
        stoppedJobs = new StoppedJobs(invocations);
        // The state machine needs the functions and a function needs the state machine: the latter is asked
        // for its address, which is known once it has been started.
        DeferredInvoker invoker = new DeferredInvoker();
        StateMachineRunner runner = new StateMachineRunner(new Ports(
                invoker,
                (bucket, key, version) -> store.open(bucket, key),
                news,
                new LaptopTimeline(setup.timeline()),
                new Random(),
                tokens));
        ExecutionListener both = event -> {
            listener.on(event);
            stoppedJobs.on(event);
        };
        StepFunctionsServer states =
                keep(StepFunctionsServer.start(runner, machines(setup.home()), both, directory(setup, "executions")));
        stoppedJobs.closeWith(states);
        environment.put("AWS_ENDPOINT_URL_SFN", states.endpoint().toString());
        functions = setup.functionLogs().isPresent()
                ? keep(RuntimeFunctions.of(setup.home(), setup.functionLogs().get(), environment, invocations))
                : new LocalFunctions(Wiring.from(environment, setup.timeline()), invocations);
        invoker.become(functions);
    }

    /// The variables that a function of this deployment, the AWS CLI or any SDK needs.
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /// The events that jobs published.
    News news() {
        return news;
    }

    /// Waits until a job has ended and has its report.
    ///
    /// @return how it ended
    ExecutionResult reported(String jobId) throws InterruptedException {
        return stoppedJobs.reported(jobId);
    }

    /// What the jobs that wait for an answer wait for.
    TaskTokens tokens() {
        return tokens;
    }

    LocalStore store() {
        return store;
    }

    LambdaInvoker functions() {
        return functions;
    }

    /// The built-in simulator; empty when both services are somebody else's.
    Optional<Simulator> simulator() {
        return simulator;
    }

    /// How many calls the built-in simulator throttled so far; empty when both services are somebody else's.
    Optional<Long> throttled() {
        return simulator.map(services -> services.calls().values().stream()
                .mapToLong(calls -> calls.throttled())
                .sum());
    }

    @Override
    public void close() {
        stop(started);
    }

    private static void stop(Deque<AutoCloseable> started) {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                System.err.println("ferry: a local service did not stop cleanly: " + e.getMessage());
            }
        }
    }

    private Optional<Simulator> simulate(Setup setup) throws IOException {
        if (setup.endpoints().connect().isPresent() && setup.endpoints().chime().isPresent()) {
            return Optional.empty();
        }
        Timeline timeline = setup.timeline();
        SimulatorSettings settings = SimulatorSettings.defaults()
                .withQuotaScale(setup.quotaScale())
                .withTime(
                        timeline::now,
                        time -> timeline.sleepUntil(timeline.now().plus(time)));
        Optional<Path> state = setup.state().map(directory -> directory.resolve("world.json"));
        return Optional.of(keep(Simulator.start(
                setup.world(), state.map(settings::withStateFile).orElse(settings))));
    }

    private void describe(Setup setup, LocalS3 objects, LocalDynamoDb tables) {
        String simulated = simulator.map(started -> started.uri().toString()).orElse("");
        environment.put("AWS_REGION", LocalAccount.REGION);
        environment.put("AWS_ENDPOINT_URL_S3", objects.uri().toString());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", tables.uri().toString());
        environment.put(
                Endpoints.CONNECT,
                setup.endpoints().connect().map(Object::toString).orElse(simulated));
        environment.put(
                Endpoints.CHIME, setup.endpoints().chime().map(Object::toString).orElse(simulated));
        // Where Connect is somebody else's, so is the word on its quotas and tags.
        environment.put("AWS_ENDPOINT_URL_SERVICE_QUOTAS", environment.getOrDefault(Endpoints.CONNECT, simulated));
        environment.put(
                "AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API", environment.getOrDefault(Endpoints.CONNECT, simulated));
        environment.put("INPUT_BUCKET", INPUT_BUCKET);
        environment.put("OUTPUT_BUCKET", OUTPUT_BUCKET);
        environment.put("JOURNAL_TABLE", JOURNAL_TABLE);
        environment.put("QUOTA_TABLE", QUOTA_TABLE);
        environment.put("STATE_MACHINE_ARN", STATE_MACHINE_ARN);
        // A closing is not started before they are.
        environment.put("WORKERS_GONE_SECONDS", "0");
        environment.put("EXPORT_TARGET_ARNS", targets(setup.world()));
        environment.put("EXPORT_CHIME", "true");
        environment.put("CONNECT_RATE", Double.toString(2 * setup.quotaScale()));
        environment.put("CONNECT_BURST", scaled(5, setup.quotaScale()));
        environment.put("CHIME_RATE", Double.toString(2 * setup.quotaScale()));
        environment.put("CHIME_BURST", scaled(5, setup.quotaScale()));
    }

    /// Everything in Connect that the account has is allowed.
    private static String targets(World world) {
        Directory directory = world.connect().directory();
        return Stream.concat(
                        directory.instances().stream()
                                .map(instance -> directory.arns().instance(instance.id())),
                        directory.groups().stream()
                                .map(group -> directory.arns().trafficDistributionGroup(group.id())))
                .collect(Collectors.joining(","));
    }

    private static String scaled(int burst, double scale) {
        return Long.toString(Math.max(1, Math.round(burst * scale)));
    }

    private static Map<String, StateMachine> machines(Path home) throws IOException {
        return Map.of(
                STATE_MACHINE_ARN,
                jobs(home),
                CLOSING_ARN,
                machine(home, "close.asl.json", functions("CloseFunction", "ReportFunction")));
    }

    /// The state machine that runs jobs. They may use whatever the account has.
    static StateMachine jobs(Path home) throws IOException {
        Map<String, String> substitutions = functions("PlanFunction", "ApplyFunction", "ReportFunction");
        substitutions.put("AllowedTargetArns", "*");
        substitutions.put("AllowChime", "true");
        return machine(home, "job.asl.json", substitutions);
    }

    private static Map<String, String> functions(String... names) {
        return Arrays.stream(names)
                .collect(Collectors.toMap(name -> name + "Arn", Function.identity(), (one, _) -> one, TreeMap::new));
    }

    private static StateMachine machine(Path home, String file, Map<String, String> substitutions) throws IOException {
        return StateMachine.parse(Files.readString(home.resolve("statemachine").resolve(file)), substitutions);
    }

    private static Optional<Path> directory(Setup setup, String name) {
        return setup.state().map(state -> {
            try {
                return Files.createDirectories(state.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private <T extends AutoCloseable> T keep(T service) {
        started.push(service);
        return service;
    }
}
