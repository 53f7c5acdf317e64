package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.JobSettings;
import io.numberferry.domain.JobSettings.OnRejection;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.report.Ending.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTest {
    private final String mixed = Written.of(MixedJob.job(), MixedJob.rows()).page();

    @Test
    void textFromOutsideIsEscaped() {
        assertThat(mixed)
                .contains("@you &lt;b&gt;may&lt;/b&gt; not &amp; &quot;never&quot;")
                .doesNotContain("<b>may</b>")
                .contains("<h1>Report on run/numbers &amp; more.csv</h1>");
    }

    @Test
    void charactersThatHtmlForbidsAreReplaced() {
        assertThat(Html.text("a\u0000b\u0085c\uD800d\te")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\te");
    }

    @Test
    void pageLoadsNothing() {
        assertThat(mixed)
                .doesNotContain("src=")
                .doesNotContain("<link")
                .doesNotContain("@import")
                .doesNotContain("url(");
        assertThat(mixed).contains("default-src 'none'");
    }

    @Test
    void policyAllowsExactlyThePagesOwnScriptAndStyle() throws NoSuchAlgorithmException {
        assertThat(mixed).contains("script-src '" + hash(between("<script>", "</script>")) + "'");
        assertThat(mixed).contains("style-src '" + hash(between("<style>", "</style>")) + "'");
        assertThat(mixed).doesNotContain("style=").doesNotContain("onclick");
    }

    @Test
    void namesPointAtWhatIsThere() {
        List<String> ids = found(" id=\"([^\"]+)\"").toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(found(" (?:aria-labelledby|for)=\"([^\"]+)\"").toList()).isSubsetOf(ids);
    }

    @Test
    void codesComeMostUrgentFirst() {
        String codes = mixed.substring(mixed.indexOf("<h2 id=\"codes\">"), mixed.indexOf("<h2 id=\"attention\">"));

        assertThat(Pattern.compile("<th scope=\"row\"[^>]*>(\\w+)<")
                        .matcher(codes)
                        .results()
                        .map(hit -> hit.group(1)))
                .containsExactly(
                        "NO_ANSWER",
                        "CLAIM_FAILED",
                        "FLOW_NOT_ATTACHED",
                        "DONE_WITHOUT_FLOW",
                        "ACCESS_DENIED",
                        "PARTLY_DONE",
                        "INVALID_PHONE_NUMBER",
                        "JOB_STOPPED");
    }

    @Test
    void mostUrgentRowsStayWhenThereAreTooMany() {
        int rows = 3_000;
        List<ReportRow> many = IntStream.range(2, rows + 2)
                .mapToObj(line -> ReportRow.of(
                        MixedJob.chime(line), Outcome.of(line == rows ? Reason.NO_ANSWER : Reason.REFUSED, "")))
                .toList();
        String page = Written.of(Jobs.completed(MixedJob.header(), rows), many).page();

        assertThat(page).contains("The 2,000 most urgent of 3,000 rows; report.csv has them all");
        assertThat(page).contains("<th scope=\"row\" class=\"number\">3000</th>");
        assertThat(page).contains("<th scope=\"row\" class=\"number\">2000</th>");
        assertThat(page).doesNotContain("<th scope=\"row\" class=\"number\">2001</th>");
    }

    @Test
    void stateAndCauseLead() {
        ReportJob job = Jobs.ending(State.ABORTED, Optional.of("Stopped for <maintenance>."), MixedJob.header(), 0);

        assertThat(Written.of(job, List.of()).page())
                .contains("<p class=\"lead\">The job was stopped by a person. Stopped for &lt;maintenance&gt;."
                        + " 0 of 0 rows are as asked. No row needs a person.</p>");
    }

    @Test
    void dryRunSaysHowToDoIt() {
        ReportRow row = ReportRow.of(MixedJob.planned(2), Outcome.of(Reason.DRY_RUN, ""));
        String page = Written.of(dryRun(), List.of(row)).page();

        assertThat(page)
                .contains("This was a dry run of 1 row: nothing was changed. No row needs a person.")
                .contains("<li>To carry the file out, upload it to run/.</li>");
    }

    @Test
    void retryThatLeansOnTheJobsSettingsSaysSo() {
        ReportRow row = ReportRow.of(MixedJob.planned(2), Outcome.of(Reason.JOB_STOPPED, ""));

        assertThat(Written.of(dryRun(), List.of(row)).page())
                .contains("Give that job the settings that this one had: operation claim and target 100% &lt;x&gt;.");
    }

    private static ReportJob dryRun() {
        JobSettings settings = new JobSettings(
                Optional.of("claim"), Optional.of("100% <x>"), true, OnRejection.STOP, false, Optional.of("US"));
        Ending ending = new Ending(State.COMPLETED, Optional.empty(), Instant.parse("2026-03-01T09:00:04.5Z"));
        return Jobs.with(settings, ending, MixedJob.header(), 1);
    }

    private Stream<String> found(String pattern) {
        return Pattern.compile(pattern).matcher(mixed).results().map((MatchResult hit) -> hit.group(1));
    }

    private String between(String start, String end) {
        int from = mixed.indexOf(start) + start.length();
        return mixed.substring(from, mixed.indexOf(end, from));
    }

    private static String hash(String content) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
