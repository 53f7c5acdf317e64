package io.numberferry.manifest;

import io.numberferry.domain.Reason;
import io.numberferry.domain.Rejection;
import io.numberferry.domain.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fits records to the header, and tells the whole ones from the broken ones.
final class RecordCheck {
    private static final String SAVE_AS_UTF8 = "Save the file as \"CSV UTF-8\" and upload it again.";

    private final Header header;
    private final Encoding encoding;
    private final int width;

    RecordCheck(Header header, Encoding encoding) {
        this.header = header;
        this.encoding = encoding;
        this.width = header.names().size();
    }

    /// @param line the 1-based line of the file on which the record begins
    ManifestRow check(int line, RawRecord raw) {
        List<String> cells = fitted(raw.cells());
        return fault(line, raw)
                .<ManifestRow>map(rejection -> new ManifestRow.Broken(new Row(line, shown(cells)), rejection))
                .orElseGet(() -> new ManifestRow.Whole(new Row(line, cells)));
    }

    private static List<String> shown(List<String> cells) {
        return cells.stream().map(Damage::shown).toList();
    }

    private List<String> fitted(List<String> cells) {
        List<String> fitted = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            fitted.add(i < cells.size() ? cells.get(i) : "");
        }
        return fitted;
    }

    private Optional<Rejection> fault(int line, RawRecord raw) {
        return tooLong(line, raw)
                .or(() -> damaged(line, raw))
                .or(() -> spacedQuote(line, raw))
                .or(() -> tooWide(line, raw));
    }

    private Optional<Rejection> tooLong(int line, RawRecord raw) {
        if (raw.chars() <= Limits.RECORD_CHARS) {
            return Optional.empty();
        }
        String reason =
                "the record has %,d characters, and at most %,d are read".formatted(raw.chars(), Limits.RECORD_CHARS);
        return Optional.of(new Rejection(
                line,
                "",
                Reason.MALFORMED_RECORD,
                reason,
                "Shorten its cells, and check that no quote was left open. The report shows its beginning only."));
    }

    private Optional<Rejection> damaged(int line, RawRecord raw) {
        List<String> cells = raw.cells();
        for (int i = 0; i < cells.size(); i++) {
            Optional<String> damage = Damage.in(cells.get(i), encoding, raw.damagedAt());
            if (damage.isPresent()) {
                String reason = "the cell contains " + damage.get();
                return Optional.of(new Rejection(line, spelling(i), Reason.MALFORMED_RECORD, reason, SAVE_AS_UTF8));
            }
        }
        return Optional.empty();
    }

    private Optional<Rejection> spacedQuote(int line, RawRecord raw) {
        if (raw.spacedQuote() < 0) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                line,
                spelling(raw.spacedQuote()),
                Reason.MALFORMED_RECORD,
                "there is a space before the opening quote, so the quote is not read as one",
                "Delete the space between the separator and the quote."));
    }

    private Optional<Rejection> tooWide(int line, RawRecord raw) {
        boolean blank = raw.width() == raw.cells().size()
                && raw.cells().stream().skip(width).allMatch(CellText::isBlank);
        if (blank) {
            return Optional.empty();
        }
        String reason = "the record has %,d cells and the header has %,d".formatted(raw.width(), width);
        return Optional.of(new Rejection(
                line,
                "",
                Reason.MALFORMED_RECORD,
                reason,
                "Put double quotes around each cell that contains the separator."));
    }

    private String spelling(int index) {
        return index < width ? CellText.trim(header.names().get(index)) : "";
    }
}
