package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.JobSettings.OnRejection;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.report.Ending.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTest {
    private final String mixed = Written.of(MixedJob.job(), MixedJob.rows()).page();

    @Test
    void textFromOutsideIsEscaped() {
        assertThat(mixed)
                .contains("@you &lt;b&gt;may&lt;/b&gt; not &amp; &quot;never&quot;")
                .doesNotContain("<b>may</b>")
                .contains("<h1 dir=\"auto\">run/numbers &amp; more.csv</h1>");
    }

    @Test
    void charactersThatHtmlForbidsAreReplaced() {
        assertThat(Html.text("a\u0000b\u0085c\uD800d\te")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\te");
    }

    @Test
    void marksThatTurnTheDirectionOfTextAreReplaced() {
        assertThat(Html.text("+1\u202E0010\u202C \u2067x\u2069")).isEqualTo("+1\uFFFD0010\uFFFD \uFFFDx\uFFFD");
        assertThat(Html.text("\u05D0\u200F")).isEqualTo("\u05D0\u200F");
    }

    @Test
    void rowsOfThePageCannotEndTheirElement() {
        String data = mixed.substring(mixed.indexOf("id=\"data\">"));

        assertThat(data.substring(0, data.indexOf("</script>")))
                .contains("@you \\u003Cb\\u003Emay\\u003C/b\\u003E not \\u0026 \\\"never\\\"")
                .doesNotContain("<");
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
        assertThat(found("<code>(\\w+)</code>"))
                .containsExactly(
                        "CLAIM_FAILED",
                        "FLOW_NOT_ATTACHED",
                        "DONE_WITHOUT_FLOW",
                        "NO_ANSWER",
                        "ACCESS_DENIED",
                        "PARTLY_DONE",
                        "INVALID_PHONE_NUMBER",
                        "JOB_STOPPED");
    }

    @Test
    void mostUrgentRowsStayWhenThereAreTooMany() throws IOException {
        PageRows rows = new PageRows();
        for (int line = 2; line < 100_010; line++) {
            Reason reason = line % 50_000 == 0 ? Reason.NO_ANSWER : Reason.DONE;
            rows.add(ReportRow.of(MixedJob.planned(line), Outcome.of(reason, "")));
        }
        var out = new ByteArrayOutputStream();
        rows.writeTo(out);
        JsonNode shown = new JsonMapper().readTree("[" + out.toString(StandardCharsets.UTF_8) + "]");

        assertThat(shown).hasSize(100_000);
        assertThat(shown.get(0).get(0).asInt()).isEqualTo(50_000);
        assertThat(shown.get(1).get(0).asInt()).isEqualTo(100_000);
        assertThat(shown.get(2).get(0).asInt()).isEqualTo(2);
        assertThat(shown.get(99_999).get(0).asInt()).isEqualTo(100_001);
    }

    @Test
    void aPageOfLongMessagesIsBounded() throws IOException {
        PageRows rows = new PageRows();
        String message = "x".repeat(2_000);
        for (int line = 2; line < 20_000; line++) {
            rows.add(ReportRow.of(MixedJob.planned(line), Outcome.of(Reason.REFUSED, message)));
        }
        var out = new ByteArrayOutputStream();
        rows.writeTo(out);

        assertThat(out.size()).isBetween(PageRows.MOST_BYTES - 3_000, PageRows.MOST_BYTES + 3 * rows.shown());
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
                .contains("Give such a job the settings that this one had: operation claim and target 100% &lt;x&gt;.");
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
