package io.numberferry.report;

import io.numberferry.domain.JobSettings;
import io.numberferry.domain.ManifestRef;
import io.numberferry.domain.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The sentences and lists of the page.
record PageText(ReportJob job, Figures figures) {

    /// How it went, in two or three sentences.
    String lead() {
        int rows = figures.tally().total();
        int asAsked = count(Status.SUCCEEDED) + count(Status.UNCHANGED);
        String cause = job.ending().cause().map(text -> " " + text).orElse("");
        String result = settings().dryRun()
                ? "This was a dry run of %s: nothing was changed.".formatted(Html.rows(rows))
                : "%s of %s %s as asked.".formatted(Html.count(asAsked), Html.rows(rows), asAsked == 1 ? "is" : "are");
        String people = switch (figures.pageRows().attention()) {
            case 0 -> "No row needs a person.";
            case 1 -> "1 row needs a person.";
            default -> Html.rows(figures.pageRows().attention()) + " need a person.";
        };
        return Html.text(ending() + cause + " " + result + " " + people);
    }

    /// The state as a word and a class of the style sheet.
    String state() {
        String state = job.ending().state().name();
        return "<span class=\"state %s\">%s</span>"
                .formatted(state.toLowerCase(Locale.ROOT).replace('_', '-'), state);
    }

    /// What the plan noticed; empty when it noticed nothing.
    String warnings() {
        if (job.warnings().isEmpty()) {
            return "";
        }
        return job.warnings().stream()
                .map(warning -> "<li>%s <span class=\"soft\">%s</span></li>\n"
                        .formatted(Html.text(warning.message()), warning.code()))
                .collect(Collectors.joining("", "<h3>The plan warned</h3>\n<ul class=\"warnings\">\n", "</ul>"));
    }

    private String ending() {
        return switch (job.ending().state()) {
            case COMPLETED -> "The job completed.";
            case FAILED -> "The job stopped on an error.";
            case ABORTED -> "The job was stopped by a person.";
            case TIMED_OUT -> "The job reached its time limit.";
            case PLANNED -> "The job is planned and waits for a person's yes: nothing was changed.";
        };
    }

    /// The steps that remain for a person, in the order in which to take them.
    String next() {
        List<String> steps = new ArrayList<>();
        addStep(
                steps,
                count(Status.UNKNOWN),
                "Look up what is UNKNOWN (%s) first: done blindly again, it may be done twice.");
        addStep(
                steps,
                figures.failedRows(),
                "Correct failed.csv (%s), which has the reason beside each row, and upload it.");
        addStep(steps, figures.retryRows(), "Remove the causes below, then upload retry.csv (%s).");
        if (figures.retryRows() + figures.failedRows() > 0) {
            sameSettings().ifPresent(steps::add);
        }
        if (settings().dryRun()) {
            steps.add("To carry the file out, upload it to run/.");
        }
        addStep(steps, figures.undo().undoing(), "To go back to how it was, upload undo.csv (%s, last thing first).");
        return steps.isEmpty() ? "<p>Nothing.</p>" : list(steps);
    }

    /// @param sentence with one place for the number of rows
    private static void addStep(List<String> steps, int rows, String sentence) {
        if (rows > 0) {
            steps.add(sentence.replace("%s", Html.rows(rows)));
        }
    }

    private int count(Status status) {
        return figures.tally().outcomes().getOrDefault(status, 0);
    }

    /// The rows of such a file may lean on values that only this job's settings had.
    private Optional<String> sameSettings() {
        List<String> given = new ArrayList<>();
        settings().operation().ifPresent(operation -> given.add("operation " + operation));
        settings().target().ifPresent(target -> given.add("target " + target));
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of("Give such a job the settings that this one had: " + String.join(" and ", given) + ".");
    }

    private static String list(List<String> steps) {
        return steps.stream()
                .map(step -> "<li>" + Html.text(step) + "</li>\n")
                .collect(Collectors.joining("", "<ol>\n", "</ol>"));
    }

    /// What the job was.
    String facts() {
        ManifestRef manifest = job.job().manifest();
        Instant started = job.job().startedAt();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Job", job.job().id().value());
        facts.put("State", job.ending().state().name());
        facts.put("Manifest", "s3://" + manifest.bucket() + "/" + manifest.key());
        facts.put("Version", manifest.version());
        job.contents().sha256().ifPresent(sha256 -> facts.put("SHA-256", sha256));
        facts.put("Started", utc(started));
        facts.put("Ended", utc(job.ending().at()));
        facts.put("Took", took(Duration.between(started, job.ending().at())));
        settings().operation().ifPresent(operation -> facts.put("Operation where a row names none", operation));
        settings().target().ifPresent(target -> facts.put("Target where a row names none", target));
        settings().country().ifPresent(country -> facts.put("Country of numbers without +", country));
        facts.put("Dry run", settings().dryRun() ? "yes" : "no");
        facts.put(
                "When rows are rejected",
                switch (settings().onRejection()) {
                    case CONTINUE -> "carry out the others";
                    case STOP -> "carry out nothing";
                });
        facts.put("Releasing numbers", settings().allowRelease() ? "allowed" : "not allowed");
        return definitions(facts);
    }

    String estimate() {
        Map<String, String> figuresByName = new LinkedHashMap<>();
        job.estimate().forEach((name, figure) -> figuresByName.put(name, figure.toPlainString()));
        return figuresByName.isEmpty() ? "<p>None was made.</p>" : definitions(figuresByName);
    }

    private static String definitions(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> "<dt>" + Html.text(pair.getKey()) + "</dt><dd>" + Html.text(pair.getValue()) + "</dd>\n")
                .collect(Collectors.joining("", "<dl>\n", "</dl>"));
    }

    private static String utc(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
    }

    private static String took(Duration duration) {
        String seconds = duration.toSecondsPart() + " s";
        String minutes = duration.toMinutes() > 0 ? duration.toMinutesPart() + " min " : "";
        String hours = duration.toHours() > 0 ? duration.toHours() + " h " : "";
        return hours + minutes + seconds;
    }

    private JobSettings settings() {
        return job.job().settings();
    }
}
