package io.numberferry.function;

import io.numberferry.domain.JobSettings;
import io.numberferry.domain.JobSettings.OnRejection;
import io.numberferry.domain.Rails;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Puts a job's settings together: what the start input says wins over the upload's metadata, and that over
/// the folder of the upload.
final class JobSettingsReader {
    private static final Set<String> NAMES =
            names("operation", "target", "dryrun", "onrejection", "allowrelease", "country");

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
        return read(key, given(metadata, input), Rails.MOST_ROWS);
    }

    /// @param mostRows the largest manifest that this deployment takes
    static JobSettings read(String key, Given given, int mostRows) {
        boolean dryRun = given.flag("dryrun", key.startsWith(CHECK_FOLDER) || key.contains("/" + CHECK_FOLDER));
        return new JobSettings(
                operation(given),
                given.text("target"),
                dryRun,
                onRejection(given),
                given.flag("allowrelease", false),
                given.text("country").map(country -> country.toUpperCase(Locale.ROOT)),
                new RailsReader(mostRows).read(given));
    }

    /// What the start of an execution says of the meaning of rows, by plain name. How far a job goes, when, and
    /// who must say yes is not among it: the same job can be started again with less haste.
    ///
    /// @param settings what was read of it
    static SortedMap<String, String> meaning(Map<String, String> input, JobSettings settings) {
        SortedMap<String, String> meaning = new TreeMap<>();
        for (String name : input.keySet()) {
            value(Given.plain(name), settings).ifPresent(value -> meaning.put(Given.plain(name), value));
        }
        return meaning;
    }

    /// Empty for a name that says nothing of the meaning of rows. A canary cuts the batches, by which the journal goes.
    private static Optional<String> value(String name, JobSettings settings) {
        return switch (name) {
            case "operation" -> Optional.of(settings.operation().orElse(""));
            case "target" -> Optional.of(settings.target().orElse(""));
            case "country" -> Optional.of(settings.country().orElse(""));
            case "dryrun" -> Optional.of(Boolean.toString(settings.dryRun()));
            case "onrejection" -> Optional.of(settings.onRejection().name());
            case "allowrelease" -> Optional.of(Boolean.toString(settings.allowRelease()));
            case "allowforce" -> Optional.of(Boolean.toString(settings.rails().allowForce()));
            case "canary" -> Optional.of(Integer.toString(settings.rails().canary()));
            default -> Optional.empty();
        };
    }

    /// Puts together what the upload says and what the start says.
    static Given given(Map<String, String> metadata, Map<String, String> input) {
        Map<String, String> given = new TreeMap<>();
        metadata.forEach((name, value) -> given.put(Given.plain(name), value.strip()));
        given.keySet().retainAll(NAMES);
        input.forEach((name, value) -> given.put(known(name), value.strip()));
        return new Given(given);
    }

    private static Set<String> names(String... own) {
        Set<String> names = new TreeSet<>(RailsReader.NAMES);
        names.addAll(List.of(own));
        return names;
    }

    private static Optional<String> operation(Given given) {
        Optional<String> word = given.text("operation").map(value -> value.toLowerCase(Locale.ROOT));
        word.filter(value -> !OPERATIONS.contains(value)).ifPresent(value -> {
            throw new JobSettingsException("operation", value, "one of " + String.join(", ", OPERATIONS));
        });
        return word;
    }

    private static OnRejection onRejection(Given given) {
        return given.text("onrejection")
                .map(value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "continue" -> OnRejection.CONTINUE;
                    case "stop" -> OnRejection.STOP;
                    default -> throw new JobSettingsException("onRejection", value, "continue or stop");
                })
                .orElse(OnRejection.CONTINUE);
    }

    private static String known(String name) {
        if (!NAMES.contains(Given.plain(name))) {
            throw new JobSettingsException(
                    name, "", "one of " + NAMES.stream().sorted().collect(Collectors.joining(", ")));
        }
        return Given.plain(name);
    }
}
