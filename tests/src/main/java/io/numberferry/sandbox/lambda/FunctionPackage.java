package io.numberferry.sandbox.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import io.numberferry.function.SubmitFunction;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/// The functions as SAM packages them, laid out by links: their classes at the root, the jars that they need at
/// run time in `lib`. What the runtime brings along is not among them.
///
/// @param root the runtime looks for the functions here
/// @param temporary whether the folder goes when it is closed
record FunctionPackage(Path root, boolean temporary) implements AutoCloseable {
    /// Written by the build of `functions`: the jars, separated as in a class path.
    private static final Path DEPENDENCIES = Path.of("functions", "target", "runtime.classpath");

    /// @param home the project's folder, in which the functions are built
    static FunctionPackage lay(Path home) throws IOException {
        Path root = Files.createTempDirectory("ferry-functions");
        Path lib = Files.createDirectory(root.resolve("lib"));
        Path own = origin(SubmitFunction.class);
        if (Files.isDirectory(own)) {
            try (Stream<Path> contents = Files.list(own)) {
                for (Path content : contents.toList()) {
                    Files.createSymbolicLink(root.resolve(content.getFileName()), content);
                }
            }
        } else {
            Files.createSymbolicLink(lib.resolve(own.getFileName()), own);
        }
        for (Path jar : dependencies(home)) {
            Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
        }
        return new FunctionPackage(root, true);
    }

    static boolean isBuilt(Path home) {
        return Files.isRegularFile(home.resolve(DEPENDENCIES));
    }

    /// Below the project's folder.
    static Path dependenciesFile() {
        return DEPENDENCIES;
    }

    /// What Lambda itself puts on the class path: the runtime interface client and what it is made of.
    static String runtimeClassPath() {
        return Stream.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(FunctionPackage::origin)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Removes the links, and nothing that they lead to.
    @Override
    public void close() throws IOException {
        if (!temporary) {
            return;
        }
        try (Stream<Path> links = Files.walk(root)) {
            for (Path link : links.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(link);
            }
        }
    }

    private static List<Path> dependencies(Path home) throws IOException {
        String classPath = Files.readString(home.resolve(DEPENDENCIES)).strip();
        return Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
    }

    /// The folder or jar that a class was loaded from.
    private static Path origin(Class<?> loaded) {
        try {
            return Path.of(
                    loaded.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(loaded + " is from no file", e);
        }
    }
}
