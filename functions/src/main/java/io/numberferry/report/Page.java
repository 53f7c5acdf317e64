package io.numberferry.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// Writes `index.html`, the page for people: one file that loads nothing. Its policy forbids every
/// script and style but its own, by their hashes.
final class Page {
    private static final Template TEMPLATE = Template.ofResource("page.html");
    private static final String STYLE = Template.ofResource("page.css").text();
    private static final String SCRIPT = Template.ofResource("page.js").text();

    private Page() {}

    static void write(OutputStream out, ReportJob job, Figures figures) throws IOException {
        out.write(render(job, figures).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String render(ReportJob job, Figures figures) {
        OutcomeBar bar = new OutcomeBar(figures.tally());
        PageText text = new PageText(job, figures);
        String key = job.job().manifest().key();
        return TEMPLATE.render(Map.ofEntries(
                Map.entry("style", STYLE),
                Map.entry("styleHash", hash(STYLE)),
                Map.entry("script", SCRIPT),
                Map.entry("scriptHash", hash(SCRIPT)),
                Map.entry("title", Html.text("Numberferry: " + key)),
                Map.entry("heading", Html.text("Report on " + key)),
                Map.entry("lead", text.lead()),
                Map.entry("bar", bar.svg()),
                Map.entry("totals", bar.table()),
                Map.entry("next", text.next()),
                Map.entry("codes", PageTables.codes(figures.tally())),
                Map.entry("rows", PageTables.rows(figures.attention())),
                Map.entry("calls", PageTables.calls(job.calls())),
                Map.entry("facts", text.facts()),
                Map.entry("estimate", text.estimate()),
                Map.entry("retryRows", Html.rows(figures.retryRows())),
                Map.entry("undoRows", Html.rows(figures.undo().undoing())),
                Map.entry("explainedRows", Html.rows(figures.undo().explaining()))));
    }

    /// As a content security policy names a script or a style.
    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
