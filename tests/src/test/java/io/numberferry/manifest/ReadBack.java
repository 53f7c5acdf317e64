package io.numberferry.manifest;

import io.numberferry.domain.Rejection;
import io.numberferry.domain.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// What a reader makes of a file, in text: `2: cell|cell` for a whole row, `2! column: reason > advice` for
/// a broken one,
/// and the message of the exception that ended it.
final class ReadBack {
    private ReadBack() {}

    static List<String> of(byte[] file) {
        List<String> lines = new ArrayList<>();
        try (ManifestReader reader = ManifestReader.open("numbers.csv", new ByteArrayInputStream(file))) {
            for (Iterator<ManifestRow> rows = reader.rows(); rows.hasNext(); ) {
                lines.add(line(rows.next()));
            }
        } catch (ManifestException e) {
            lines.add(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static String line(ManifestRow row) {
        return switch (row) {
            case ManifestRow.Whole(Row whole) -> whole.line() + ": " + String.join("|", whole.cells());
            case ManifestRow.Broken(Row cells, Rejection rejection) ->
                "%d! %s: %s > %s [%s]"
                        .formatted(
                                rejection.line(),
                                rejection.column(),
                                rejection.reason(),
                                rejection.advice(),
                                String.join("|", cells.cells()));
        };
    }
}
