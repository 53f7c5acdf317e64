package io.numberferry.manifest;

import java.io.BufferedReader;
import java.io.IOException;

/// Looks at the beginning of a manifest without using it up.
final class HeaderText {
    private HeaderText() {}

    /// The first line, at most [Limits#HEADER_CHARS] of it, without its line break.
    static String firstLine(BufferedReader text) throws IOException {
        return ahead(text, false);
    }

    /// The first record that is not blank, quoted line breaks included, at most [Limits#HEADER_CHARS] of
    /// text.
    static String firstRecord(BufferedReader text) throws IOException {
        return ahead(text, true);
    }

    private static String ahead(BufferedReader text, boolean wholeRecord) throws IOException {
        text.mark(Limits.HEADER_CHARS + 1);
        StringBuilder seen = new StringBuilder();
        boolean quoted = false;
        int c = text.read();
        while (c >= 0 && seen.length() < Limits.HEADER_CHARS) {
            boolean lineBreak = c == '\n' || c == '\r';
            if (lineBreak && !(wholeRecord && (quoted || CellText.isBlank(seen.toString())))) {
                break;
            }
            quoted ^= c == '"';
            seen.append((char) c);
            c = text.read();
        }
        text.reset();
        return seen.toString();
    }
}
