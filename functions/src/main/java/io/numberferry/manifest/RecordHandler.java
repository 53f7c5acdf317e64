package io.numberferry.manifest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Collects the cells that the CSV parser finds, and forgets what is over the [Limits], so that no record
/// costs more memory than they allow.
final class RecordHandler extends AbstractBaseCsvCallbackHandler<RawRecord> {
    private final DamagedBytes damaged;
    private final List<String> cells = new ArrayList<>();
    private int line;
    private int width;
    private long chars;
    private int spacedQuote;
    private OptionalLong damagedAt = OptionalLong.empty();

    /// @param damaged the bytes that are no text; those of each record are taken out with it
    RecordHandler(DamagedBytes damaged) {
        this.damaged = damaged;
    }

    /// The line on which the record begins that is being read, or was read last.
    int line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = Math.toIntExact(startingLineNumber);
        cells.clear();
        width = 0;
        chars = 0;
        spacedQuote = -1;
        damagedAt = OptionalLong.empty();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (index < Limits.CELLS) {
            long room = Math.max(0, Limits.RECORD_CHARS - chars);
            cells.add(new String(buffer, offset, (int) Math.min(room, length)));
        }
        if (!quoted && spacedQuote < 0 && beginsWithSpacedQuote(buffer, offset, length)) {
            spacedQuote = index;
        }
        if (!damaged.isEmpty()) {
            takeDamage(Damage.count(CharBuffer.wrap(buffer, offset, length)));
        }
        width++;
        chars += length;
    }

    private void takeDamage(int count) {
        for (int i = 0; i < count; i++) {
            long offset = damaged.take();
            damagedAt = damagedAt.isPresent() ? damagedAt : OptionalLong.of(offset);
        }
    }

    private static boolean beginsWithSpacedQuote(char[] buffer, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end && (buffer[at] == ' ' || buffer[at] == '\t')) {
            at++;
        }
        return at > offset && at < end && buffer[at] == '"';
    }

    @Override
    protected RawRecord buildRecord() {
        return new RawRecord(line, List.copyOf(cells), width, chars, spacedQuote, damagedAt);
    }
}
