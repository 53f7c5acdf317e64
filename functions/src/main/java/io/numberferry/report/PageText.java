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
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
        String people = switch (figures.attention().all()) {
            case 0 -> "No row needs a person.";
            case 1 -> "1 row needs a person.";
            default -> Html.rows(figures.attention().all()) + " need a person.";
        };
        return Html.text(ending() + cause + " " + result + " " + people);
    }

    private String ending() {
        return switch (job.ending().state()) {
            case COMPLETED -> "The job completed.";
            case FAILED -> "The job stopped on an error.";
            case ABORTED -> "The job was stopped by a person.";
            case TIMED_OUT -> "The job reached its time limit.";
        };
    }

    /// The steps that remain for a person, in the order in which to take them.
    String next() {
        List<String> steps = new ArrayList<>();
        ifAny(
                        count(Status.UNKNOWN),
                        rows -> "Look up the numbers of " + rows + " whose outcome is UNKNOWN before"
                                + " anything else: repeating them blindly may do things twice.")
                .ifPresent(steps::add);
        ifAny(
                        count(Status.REJECTED),
                        rows -> "Correct " + rows + " that cannot be carried out as written, and upload"
                                + " them again; they are not in retry.csv.")
                .ifPresent(steps::add);
        ifAny(
                        figures.retryRows(),
                        rows -> "Remove the causes below, then upload retry.csv: it holds " + rows + "."
                                + sameSettings())
                .ifPresent(steps::add);
        if (settings().dryRun()) {
            steps.add("To carry the file out, upload it to run/.");
        }
        ifAny(
                        figures.undo().undoing(),
                        rows -> "To go back to how it was, upload undo.csv: it holds " + rows + ", last thing first.")
                .ifPresent(steps::add);
        return steps.isEmpty() ? "<p>Nothing.</p>" : list(steps);
    }

    private int count(Status status) {
        return figures.tally().outcomes().getOrDefault(status, 0);
    }

    private static Optional<String> ifAny(int rows, UnaryOperator<String> sentence) {
        return rows == 0 ? Optional.empty() : Optional.of(sentence.apply(Html.rows(rows)));
    }

    /// The rows of a retry may lean on values that only this job's settings had.
    private String sameSettings() {
        List<String> leaned = new ArrayList<>();
        settings().operation().ifPresent(operation -> leaned.add("operation " + operation));
        settings().target().ifPresent(target -> leaned.add("target " + target));
        return leaned.isEmpty() ? "" : " Give the new job the same settings: " + String.join(" and ", leaned) + ".";
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
