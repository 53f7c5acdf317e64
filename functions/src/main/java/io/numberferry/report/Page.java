package io.numberferry.report;

import java.io.IOException;
import java.io.OutputStream;

/// Writes `index.html`, the page for people.
final class Page {
    private Page() {}

    static void write(OutputStream out, ReportJob job, Figures figures) throws IOException {
        out.flush();
    }
}
