package io.numberferry.manifest;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.numberferry.manifest.ManifestException.Place;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads a manifest: first its header, then its rows one by one, in memory that does not grow with the
/// file.
///
/// Understands UTF-8 with or without a byte order mark, UTF-16 and UTF-32 with one, line breaks LF, CRLF and CR, the
/// separators comma,
/// semicolon, tab and pipe, quoted cells with line breaks, and a first line such as `sep=;`. Blank records
/// are skipped; they count as lines only. What the cells mean is for [ItemParser].
///
/// Not safe for use by several threads. A stream that fails throws [UncheckedIOException].
public final class ManifestReader implements Closeable {
    private final String file;
    private final Encoding encoding;
    private final long mostBytes;
    private final RecordHandler handler;
    private final CloseableIterator<RawRecord> records;
    private final int linesBefore;
    private final Header header;
    private final RecordCheck check;
    private Optional<RawRecord> ahead = Optional.empty();

    private ManifestReader(String file, Encoding encoding, InputStream bytes, long mostBytes) throws IOException {
        this.file = file;
        this.encoding = encoding;
        this.mostBytes = mostBytes;
        DamagedBytes damaged = new DamagedBytes();
        BufferedReader text = new BufferedReader(new TextReader(bytes, encoding, mostBytes, damaged));
        Optional<Character> declared = Separator.declaredBy(file, HeaderText.firstLine(text));
        if (declared.isPresent()) {
            text.readLine();
        }
        this.linesBefore = declared.isPresent() ? 1 : 0;
        char separator = declared.orElseGet(() -> separator(text));
        this.handler = new RecordHandler(damaged);
        this.records = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(Limits.OPEN_CELL_CHARS)
                .build(handler, text)
                .iterator();
        this.header = readHeader();
        this.check = new RecordCheck(header, encoding);
        if (!hasRow()) {
            throw new ManifestException(
                    file, Place.FILE, "there is a header and no row below it", "add a row for each number");
        }
    }

    /// Opens a manifest and reads its header. Closing the reader closes the stream; when none is returned,
    /// the stream is still the caller's to close.
    ///
    /// @param file what its owner calls it, for messages
    /// @throws ManifestException when it is no CSV file, or its header cannot be used
    public static ManifestReader open(String file, InputStream stream) {
        return open(file, stream, Limits.FILE_BYTES);
    }

    static ManifestReader open(String file, InputStream stream, long mostBytes) {
        try {
            BufferedInputStream bytes = new BufferedInputStream(stream, 2 * FileKind.BYTES);
            bytes.mark(FileKind.BYTES);
            byte[] start = bytes.readNBytes(FileKind.BYTES);
            bytes.reset();
            FileKind.check(file, start);
            Encoding encoding = Encoding.of(start);
            bytes.skipNBytes(encoding.markLength());
            return new ManifestReader(file, encoding, bytes, mostBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Header header() {
        return header;
    }

    /// The rows that were not read yet, in the order of the file. There is one such iterator: a second one
    /// goes on where the first stopped.
    ///
    /// Throws [ManifestException] when the rest of the file cannot be read.
    public Iterator<ManifestRow> rows() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return hasRow();
            }

            @Override
            public ManifestRow next() {
                return nextRow();
            }
        };
    }

    /// The same as [#rows], lazily, for use once.
    public Stream<ManifestRow> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows(), traits), false);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private static char separator(BufferedReader text) {
        try {
            return Separator.of(HeaderText.firstRecord(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Header readHeader() {
        RawRecord first = nextRecord()
                .orElseThrow(() -> new ManifestException(
                        file,
                        Place.FILE,
                        "the file has no text in it",
                        "upload a CSV file with a header row and a row for each number"));
        return new HeaderCheck(file, first.line() + linesBefore, first, encoding).header();
    }

    private boolean hasRow() {
        ahead = ahead.or(this::nextRecord);
        return ahead.isPresent();
    }

    private ManifestRow nextRow() {
        if (!hasRow()) {
            throw new NoSuchElementException("the manifest has no more rows");
        }
        RawRecord raw = ahead.orElseThrow();
        ahead = Optional.empty();
        return check.check(raw.line() + linesBefore, raw);
    }

    private Optional<RawRecord> nextRecord() {
        try {
            while (records.hasNext()) {
                RawRecord raw = records.next();
                if (!raw.isBlank()) {
                    return Optional.of(raw);
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            throw BrokenQuotes.exception(file, handler.line() + linesBefore, e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof FileTooLongException) {
                throw new ManifestException(
                        file,
                        Place.FILE,
                        "the file has more than %,d bytes".formatted(mostBytes),
                        "split it into several files, each with the header");
            }
            throw e;
        }
    }
}
