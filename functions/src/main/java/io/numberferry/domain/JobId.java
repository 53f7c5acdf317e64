package io.numberferry.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The name of a job: of its execution, its report folder and its part of the journal.
///
/// @param value 32 lower-case hex digits
public record JobId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    public JobId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a job id is 32 lower-case hex digits, not " + value);
        }
    }

    /// The same upload gives the same job, however often it is announced: the first 32 hex digits of a
    /// SHA-256 over bucket, key and version.
    public static JobId of(ManifestRef manifest) {
        return of(manifest, new TreeMap<>());
    }

    /// A job that was started with settings of its own, which give rows another meaning than the upload does,
    /// is another job than that of the upload.
    ///
    /// @param settings those that the start gave, by name; none for the job of the upload
    public static JobId of(ManifestRef manifest, SortedMap<String, String> settings) {
        StringBuilder identity =
                new StringBuilder(String.join("\n", manifest.bucket(), manifest.key(), manifest.version()));
        settings.forEach(
                (name, value) -> identity.append('\n').append(name).append('=').append(value));
        return ofHash(identity.toString());
    }

    private static JobId ofHash(String identity) {
        byte[] digest = sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
        return new JobId(HexFormat.of().formatHex(digest).substring(0, 32));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
