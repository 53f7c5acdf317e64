package io.numberferry.sandbox.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// How a JVM for a function is started.
///
/// @param functions is its working directory, in which the runtime looks for the handler
/// @param logs the folder that its output goes to, a file for each JVM
/// @param more options of the JVM
/// @param here what this machine has for the declared variables, and `AWS_REGION`
/// @param started how many were
record Launch(
        FunctionPackage functions, Path logs, List<String> more, Map<String, String> here, AtomicInteger started) {
    /// As Lambda's own runtime is told to compile; and the runtime loads its native part without a warning.
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    /// @param runtimeApi where the runtime finds its work: host and port
    Process start(DeclaredFunction function, String runtimeApi) throws IOException {
        String log = "%s-%d".formatted(function.name(), started.incrementAndGet());
        ProcessBuilder builder = new ProcessBuilder(command(function))
                .directory(functions.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve(log + ".log").toFile());
        Map<String, String> environment = builder.environment();
        // Nothing of this process's own: least of all the keys of a real account.
        environment.clear();
        environment.putAll(function.environment(here));
        environment.putAll(reserved(function, log));
        environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        return builder.start();
    }

    String arn(DeclaredFunction function) {
        return "arn:aws:lambda:" + region() + ":000000000000:function:" + function.name();
    }

    private List<String> command(DeclaredFunction function) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(more);
        command.add("-Xmx" + function.heapMegabytes() + "m");
        command.add("-classpath");
        command.add(FunctionPackage.runtimeClassPath());
        command.add(AWSLambda.class.getName());
        command.add(function.handler());
        return command;
    }

    /// What Lambda sets for every function: Developer Guide, "Defined runtime environment variables".
    private Map<String, String> reserved(DeclaredFunction function, String log) {
        return Map.ofEntries(
                Map.entry("_HANDLER", function.handler()),
                Map.entry("AWS_REGION", region()),
                Map.entry("AWS_DEFAULT_REGION", region()),
                Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", function.name()),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes())),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name()),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", log),
                Map.entry("LAMBDA_TASK_ROOT", functions.root().toString()),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("TZ", ":UTC"),
                Map.entry(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin") + File.pathSeparator + "/usr/bin:/bin"));
    }

    private String region() {
        return here.getOrDefault("AWS_REGION", "us-west-2");
    }
}
