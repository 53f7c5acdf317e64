package io.numberferry.function;

import io.numberferry.domain.JobSettings;
import io.numberferry.domain.JobSettings.OnRejection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Puts a job's settings together: what the start input says wins over the upload's metadata, and that over
/// the folder of the upload.
final class JobSettingsReader {
    private static final Set<String> NAMES =
            Set.of("operation", "target", "dryrun", "onrejection", "allowrelease", "country");

    private static final List<String> OPERATIONS =
            List.of("claim", "move", "associate", "disassociate", "update", "release", "describe");

    /// The folder whose uploads are only checked.
    private static final String CHECK_FOLDER = "check/";

    private JobSettingsReader() {}

    /// @param key of the manifest
    /// @param metadata of the upload; names may be written with hyphens, and others than ours are left alone
    /// @param input from the start of the execution
    /// @throws JobSettingsException naming the setting, its value and what it may be
    static JobSettings read(String key, Map<String, String> metadata, Map<String, String> input) {
        Map<String, String> given = new TreeMap<>();
        metadata.forEach((name, value) -> given.put(plain(name), value.strip()));
        given.keySet().retainAll(NAMES);
        input.forEach((name, value) -> given.put(known(name), value.strip()));
        boolean dryRun = flag(given, "dryrun", key.startsWith(CHECK_FOLDER) || key.contains("/" + CHECK_FOLDER));
        return new JobSettings(
                operation(given),
                text(given, "target"),
                dryRun,
                onRejection(given),
                flag(given, "allowrelease", false),
                text(given, "country").map(country -> country.toUpperCase(Locale.ROOT)));
    }

    private static Optional<String> text(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name)).filter(value -> !value.isEmpty());
    }

    private static Optional<String> operation(Map<String, String> given) {
        Optional<String> word = text(given, "operation").map(value -> value.toLowerCase(Locale.ROOT));
        word.filter(value -> !OPERATIONS.contains(value)).ifPresent(value -> {
            throw new JobSettingsException("operation", value, "one of " + String.join(", ", OPERATIONS));
        });
        return word;
    }

    private static boolean flag(Map<String, String> given, String name, boolean otherwise) {
        return text(given, name)
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true", "yes" -> true;
                    case "false", "no" -> false;
                    default -> throw new JobSettingsException(name, value, "true or false");
                })
                .orElse(otherwise);
    }

    private static OnRejection onRejection(Map<String, String> given) {
        return text(given, "onrejection")
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "continue" -> OnRejection.CONTINUE;
                    case "stop" -> OnRejection.STOP;
                    default -> throw new JobSettingsException("onRejection", value, "continue or stop");
                })
                .orElse(OnRejection.CONTINUE);
    }

    private static String known(String name) {
        if (!NAMES.contains(plain(name))) {
            throw new JobSettingsException(
                    name, "", "one of " + NAMES.stream().sorted().collect(Collectors.joining(", ")));
        }
        return plain(name);
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
