package io.numberferry.sandbox.local.nio2blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.regex.Pattern;

/// Removes what a killed process left of writes that nobody was told had succeeded.
///
/// s3proxy writes an object to `<key>-<UUID>` and then renames it. Left behind, that file would pass for an
/// object.
final class UnfinishedWrites {
    private static final Pattern TEMPORARY =
            Pattern.compile(".*-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final String VERSIONS = ".s3proxy-versions";

    /// On the directory of a bucket that keeps versions.
    private static final String VERSIONING = "user.versioning";

    /// On each of its objects, the key it was written for.
    private static final String KEY = "user.version-key";

    private UnfinishedWrites() {}

    /// Touches only buckets that keep versions: elsewhere a file does not tell which key it was meant for.
    static void remove(Path root) throws IOException {
        try (var buckets = Files.newDirectoryStream(root, UnfinishedWrites::keepsVersions)) {
            for (Path bucket : buckets) {
                Files.walkFileTree(bucket, new Sweep(bucket));
            }
        }
    }

    private static boolean keepsVersions(Path bucket) throws IOException {
        return Files.isDirectory(bucket) && !attribute(bucket, VERSIONING).isEmpty();
    }

    /// Empty when the file has no such attribute.
    private static String attribute(Path file, String name) throws IOException {
        var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        if (!view.list().contains(name)) {
            return "";
        }
        ByteBuffer value = ByteBuffer.allocate(view.size(name));
        view.read(name, value);
        return StandardCharsets.UTF_8.decode(value.flip()).toString();
    }

    private static final class Sweep extends SimpleFileVisitor<Path> {
        private final Path bucket;

        private Sweep(Path bucket) {
            this.bucket = bucket;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.equals(bucket.resolve(VERSIONS)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (TEMPORARY.matcher(file.getFileName().toString()).matches() && !isObject(file)) {
                Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isObject(Path file) throws IOException {
            return attribute(file, KEY).equals(bucket.relativize(file).toString());
        }
    }
}
