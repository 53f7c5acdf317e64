package io.numberferry.sandbox.lambda;

import io.numberferry.sandbox.statemachine.InvocationResult;
import io.numberferry.sandbox.statemachine.LambdaInvoker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The functions of template.yaml, each in JVMs of its own under Lambda's runtime. Several threads invoke at once.
///
/// A JVM that has answered takes the next invocation of its function; one more is started when all are busy. An
/// invocation whose caller has gone goes on to its end, as in Lambda.
public final class RuntimeFunctions implements LambdaInvoker, AutoCloseable {
    private final Map<String, DeclaredFunction> functions;
    private final Launch launch;
    private final Map<String, Queue<ExecutionEnvironment>> idle = new ConcurrentHashMap<>();
    private final Set<ExecutionEnvironment> all = ConcurrentHashMap.newKeySet();
    private final Invocations invocations;
    /// Ends the JVMs when this process is told to end and nobody closes them.
    private final Thread atExit = new Thread(this::killAll);

    private RuntimeFunctions(Map<String, DeclaredFunction> functions, Launch launch, Invocations invocations) {
        this.functions = functions;
        this.launch = launch;
        this.invocations = invocations;
    }

    /// Why the functions cannot be run this way, in one sentence; empty when they can.
    ///
    /// @param home the project's folder
    /// @param system the operating system, as the property `os.name` has it
    public static Optional<String> obstacle(Path home, String system) {
        if (!system.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return Optional.of("--runtime needs Linux, because Lambda's runtime interface client has native code for "
                    + "nothing else, and this is " + system + ": leave the option out");
        }
        if (!FunctionPackage.isBuilt(home)) {
            return Optional.of("--runtime needs the functions as they are packaged, and there is no "
                    + FunctionPackage.dependenciesFile() + ": run mvn package first");
        }
        return Optional.empty();
    }

    /// Starts nothing yet: a JVM is started by the first invocation of its function.
    ///
    /// @param home the project's folder, with template.yaml and the built functions
    /// @param logs the folder for the functions' output
    /// @param here what this machine has for the variables that the template declares
    /// @param invocations is closed with the functions
    public static RuntimeFunctions of(Path home, Path logs, Map<String, String> here, Invocations invocations)
            throws IOException {
        Map<String, DeclaredFunction> functions = TemplateReader.read(home.resolve("template.yaml")).stream()
                .collect(Collectors.toMap(DeclaredFunction::name, Function.identity()));
        Files.createDirectories(logs);
        FunctionPackage packaged = FunctionPackage.lay(home);
        // Beside the functions: it goes with them.
        List<String> more = NativeLibrary.options(packaged.root());
        return of(functions, new Launch(packaged, logs.toAbsolutePath(), more, here, new AtomicInteger()), invocations);
    }

    /// @param functions by their names
    static RuntimeFunctions of(Map<String, DeclaredFunction> functions, Launch launch, Invocations invocations) {
        RuntimeFunctions started = new RuntimeFunctions(functions, launch, invocations);
        Runtime.getRuntime().addShutdownHook(started.atExit);
        return started;
    }

    @Override
    public InvocationResult invoke(String functionName, String payload) throws InterruptedException {
        DeclaredFunction function = functions.get(functionName);
        if (function == null) {
            return new InvocationResult.Refused(
                    "Lambda.ResourceNotFoundException", "there is no function " + functionName);
        }
        try {
            return invocations.call(() -> invoke(function, payload));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the function " + functionName + " could not be run", e.getCause());
        }
    }

    /// Ends the JVMs of a function at once, wherever they are.
    public void kill(String functionName) {
        all.stream().filter(running -> running.runs(functionName)).forEach(ExecutionEnvironment::kill);
    }

    /// Ends at once the JVMs of a function that are at work on such a payload.
    public void kill(String functionName, Predicate<String> payload) {
        all.stream()
                .filter(running -> running.runs(functionName))
                .filter(running -> running.work().filter(payload).isPresent())
                .forEach(ExecutionEnvironment::kill);
    }

    @Override
    public void close() throws IOException {
        all.forEach(ExecutionEnvironment::close);
        invocations.close();
        Runtime.getRuntime().removeShutdownHook(atExit);
        launch.functions().close();
    }

    private InvocationResult invoke(DeclaredFunction function, String payload) throws InterruptedException {
        Queue<ExecutionEnvironment> waiting = idle.computeIfAbsent(function.name(), _ -> new ConcurrentLinkedQueue<>());
        for (ExecutionEnvironment warm = waiting.poll(); warm != null; warm = waiting.poll()) {
            Optional<InvocationResult> result = warm.invoke(payload);
            keep(warm, waiting);
            if (result.isPresent()) {
                return result.get();
            }
        }
        ExecutionEnvironment cold = started(function);
        InvocationResult result = cold.firstInvoke(payload);
        keep(cold, waiting);
        return result;
    }

    private ExecutionEnvironment started(DeclaredFunction function) {
        try {
            ExecutionEnvironment environment = ExecutionEnvironment.start(function, launch);
            all.add(environment);
            return environment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(ExecutionEnvironment environment, Queue<ExecutionEnvironment> waiting) {
        if (environment.isAlive()) {
            waiting.add(environment);
        } else {
            all.remove(environment);
            environment.close();
        }
    }

    private void killAll() {
        all.forEach(ExecutionEnvironment::kill);
    }
}
