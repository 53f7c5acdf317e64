package io.numberferry.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// Writes `index.html`, the page for people: one file that loads nothing. Its policy forbids every
/// script and style but its own, by their hashes. The rows follow the text, as JSON, so that the text is
/// there at once.
final class Page {
    private static final Template START = new Template(Template.resource("page.html"));
    private static final Template END = new Template(Template.resource("page-end.html"));
    private static final String STYLE = Template.resource("page.css");
    private static final String SCRIPT = Template.resource("page.js");
    private static final String STYLE_HASH = hash(STYLE);
    private static final String SCRIPT_HASH = hash(SCRIPT);

    private Page() {}

    static void write(OutputStream out, ReportJob job, Figures figures) throws IOException {
        START.write(out, values(job, figures));
        figures.pageRows().writeTo(out);
        END.write(out, Map.of("script", SCRIPT));
        out.flush();
    }

    private static Map<String, String> values(ReportJob job, Figures figures) {
        OutcomeBar bar = new OutcomeBar(figures.tally());
        PageText text = new PageText(job, figures);
        String key = job.job().manifest().key();
        int all = figures.tally().total();
        return Map.ofEntries(
                Map.entry("style", STYLE),
                Map.entry("styleHash", STYLE_HASH),
                Map.entry("scriptHash", SCRIPT_HASH),
                Map.entry("title", Html.text("Numberferry: " + key)),
                Map.entry("heading", Html.text(key)),
                Map.entry("state", text.state()),
                Map.entry("lead", text.lead()),
                Map.entry("warnings", text.warnings()),
                Map.entry("bar", bar.svg()),
                Map.entry("totals", bar.legend()),
                Map.entry("next", text.next()),
                Map.entry("causes", new Causes(job.job(), figures.tally()).html()),
                Map.entry("rows", PageTables.rows(figures.pageRows(), all)),
                Map.entry("paces", new PaceCharts(job.paces()).html()),
                Map.entry("calls", PageTables.calls(job.calls())),
                Map.entry("facts", text.facts()),
                Map.entry("estimate", text.estimate()),
                Map.entry("all", Integer.toString(all)),
                Map.entry("codes", PageJson.CODES),
                Map.entry("retryRows", Html.rows(figures.retryRows())),
                Map.entry("failedRows", Html.rows(figures.failedRows())),
                Map.entry("undoRows", Html.rows(figures.undo().undoing())),
                Map.entry("explainedRows", Html.rows(figures.undo().explaining())));
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
