package io.numberferry.report;

import io.numberferry.domain.Job;
import io.numberferry.domain.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What needs a person: the codes that occurred, grouped by how urgent they are, with their advice.
record Causes(Job job, Tally tally) {
    /// How long Connect holds a number whose claim failed: PhoneNumberStatus, Connect API reference.
    private static final Duration CLAIM_WINDOW = Duration.ofDays(1);

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:00 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    String html() {
        List<Reason> urgent = tally.codes().keySet().stream()
                .filter(reason -> Urgency.of(reason) != Urgency.NONE)
                .sorted(Urgency.MOST_URGENT_FIRST)
                .toList();
        if (urgent.isEmpty()) {
            return "<p>Nothing does.</p>";
        }
        StringBuilder groups = new StringBuilder();
        for (Urgency urgency : Urgency.values()) {
            List<Reason> reasons = urgent.stream()
                    .filter(reason -> Urgency.of(reason) == urgency)
                    .toList();
            if (!reasons.isEmpty()) {
                groups.append(group(urgency, reasons));
            }
        }
        return "<div class=\"groups\">\n" + groups + "</div>";
    }

    private String group(Urgency urgency, List<Reason> reasons) {
        StringBuilder causes = new StringBuilder();
        reasons.forEach(reason -> causes.append(cause(reason)));
        int rows = reasons.stream().mapToInt(tally::count).sum();
        return """
            <section class="group">
            <h3>%s <span class="soft">%s</span></h3>
            %s<ul class="causes">
            %s</ul>
            </section>
            """.formatted(Html.text(urgency.title()), Html.rows(rows), hour(urgency), causes);
    }

    /// Where rows of a code are ready for the next upload.
    private static String file(Reason reason) {
        return switch (Pile.of(reason)) {
            case AGAIN -> " <span class=\"again\">in retry.csv</span>";
            case CORRECT -> " <span class=\"again\">in failed.csv</span>";
            case SETTLED, LOOK_UP, HELD_BACK -> "";
        };
    }

    /// The earliest hour at which a number of the job can be gone: none was claimed before the job began.
    private String hour(Urgency urgency) {
        if (urgency != Urgency.RUNS_OUT) {
            return "";
        }
        Instant lost = job.startedAt().plus(CLAIM_WINDOW);
        return """
            <p>Act before <time datetime="%s">%s</time>: after that the first of them may be gone. Each row says its own hour.</p>
            """.formatted(lost, HOUR.format(lost));
    }

    private String cause(Reason reason) {
        return """
            <li class="%s"><b>%s</b> <code>%s</code> <span class="word">%s</span>%s
            <p>%s</p>
            <p><a href="#attention" data-code="%s">Show these rows</a></p></li>
            """.formatted(
                        OutcomeBar.cssClass(reason.status()),
                        Html.rows(tally.count(reason)),
                        reason,
                        reason.status(),
                        file(reason),
                        Html.text(reason.advice()),
                        reason);
    }
}
