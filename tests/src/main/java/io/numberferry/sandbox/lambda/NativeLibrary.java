package io.numberferry.sandbox.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The native part of Lambda's runtime interface client. Left to itself, each JVM writes it to one place in `/tmp` and
/// loads it from there: a JVM that starts while another one writes dies of what it finds. In Lambda each is alone.
final class NativeLibrary {
    /// Names a file to load instead: `JniHelper` of the runtime interface client 2.9.0.
    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private static final Map<String, String> ARCHITECTURES = Map.of("amd64", "x86_64", "aarch64", "aarch_64");

    private NativeLibrary() {}

    /// What a JVM is told so that it loads the library from a folder; nothing where the library is not known for this
    /// machine, and the runtime must see for itself.
    ///
    /// @param folder exists
    static List<String> options(Path folder) throws IOException {
        String machine = System.getProperty("os.arch");
        Optional<String> architecture = Optional.ofNullable(ARCHITECTURES.get(machine));
        if (architecture.isEmpty()) {
            return List.of();
        }
        boolean musl = Files.exists(Path.of("/lib/ld-musl-%s.so.1".formatted(machine.replace("amd64", "x86_64"))));
        String name = "libaws-lambda-jni.%s-%s.so".formatted(musl ? "linux_musl" : "linux", architecture.get());
        Path library = folder.resolve(name);
        try (InputStream content = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
            if (content == null) {
                return List.of();
            }
            Files.copy(content, library, StandardCopyOption.REPLACE_EXISTING);
        }
        return List.of("-D" + PROPERTY + "=" + library);
    }
}
