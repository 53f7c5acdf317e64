package io.numberferry.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.numberferry.domain.Rejection;
import io.numberferry.manifest.Table.Case;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestReaderTest {

    static List<Case> files() {
        return Table.of("files.csv");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsReadOrRefusedWithItsReason(Case file) {
        assertThat(Table.escape(String.join("\n", ReadBack.of(file.bytes("file")))))
                .isEqualTo(file.raw("becomes"));
    }

    @Test
    void linesAreCountedTheSameWhereverTheReadBufferEnds() {
        String padding = "x".repeat(8_190);
        for (int shift = 0; shift < 5; shift++) {
            String file = "phone_number,note\r\n+12065550100,%s\r\n+12065550101,é💀\r\n"
                    .formatted(padding + "y".repeat(shift));
            assertThat(ReadBack.of(bytes(file))).last().isEqualTo("3: +12065550101|é💀");
        }
    }

    @Test
    void charactersSurviveAStreamThatGivesOneByteAtATime() throws IOException {
        InputStream drops = new ByteArrayInputStream(bytes("phone_number,note\n+12065550100,é💀日本\n")) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }
        };
        try (ManifestReader reader = ManifestReader.open("numbers.csv", drops)) {
            assertThat(reader.rows().next().row().cells()).containsExactly("+12065550100", "é💀日本");
        }
    }

    @Test
    void recordOverTheLimitIsRejectedAloneAndShowsItsBeginning() {
        String file = "phone_number,note,more\n+12065550100,%s,z\n+12065550101,x,y\n".formatted("n".repeat(70_000));
        List<ManifestRow> rows = rows(file);
        assertThat(rows).hasSize(2);
        assertThat(rejection(rows.getFirst()).reason())
                .isEqualTo("the record has 70,013 characters, and at most 65,536 are read");
        assertThat(rows.getFirst().row().cells().get(1)).hasSize(65_536 - "+12065550100".length());
        assertThat(rows.getFirst().row().cells().get(2)).isEmpty();
        assertThat(rows.getLast()).isInstanceOf(ManifestRow.Whole.class);
    }

    @Test
    void recordOfAHundredThousandCellsIsRejectedAlone() {
        String file = "phone_number,note\n+12065550100%s\n+12065550101,x\n".formatted(",".repeat(100_000));
        List<ManifestRow> rows = rows(file);
        assertThat(rejection(rows.getFirst()).reason()).isEqualTo("the record has 100,001 cells and the header has 2");
        assertThat(rows.getLast().row().line()).isEqualTo(3);
    }

    @Test
    void cellThatDoesNotEndIsRefusedAsAnOpenQuote() {
        String file = "phone_number,note\n+12065550100,x\n+12065550101,\"%s".formatted("n\n".repeat(600_000));
        assertThat(ReadBack.of(bytes(file)))
                .containsExactly(
                        "2: +12065550100|x",
                        "numbers.csv, line 3: the record that begins here has a cell of more than 1,048,576 characters, as"
                                + " when a quote is never closed; quote each cell as a whole, and write a quote inside a"
                                + " quoted cell as two quotes.");
    }

    @Test
    void headerMayHaveAsManyColumnsAsTheLimit() {
        assertThat(rows(header(512) + "\n+12065550100\n").getFirst().row().cells())
                .hasSize(512);
        assertThat(ReadBack.of(bytes(header(513) + "\n+12065550100\n")))
                .containsExactly("numbers.csv, line 1: the header has 513 columns, and at most 512 are read;"
                        + " delete the columns that are not needed.");
    }

    @Test
    void whatFailedCsvAddsIsNoneOfThem() {
        String added = ",code,message,advice";
        assertThat(rows(header(512) + added + "\n+12065550100" + ",".repeat(512) + "REFUSED,no,\n")
                        .getFirst()
                        .row()
                        .cells())
                .hasSize(515)
                .endsWith("REFUSED", "no", "");
        assertThat(ReadBack.of(bytes(header(513) + added + "\n+12065550100\n")))
                .containsExactly("numbers.csv, line 1: the header has 516 columns, and at most 512 are read;"
                        + " delete the columns that are not needed.");
    }

    @Test
    void columnNameMayBeAsLongAsTheLimit() {
        assertThat(rows("phone_number,%s\n+12065550100,x\n".formatted("n".repeat(256))))
                .hasSize(1);
        assertThat(ReadBack.of(bytes("phone_number,%s\n+12065550100,x\n".formatted("n".repeat(257)))))
                .containsExactly("numbers.csv, line 1, column 2: the column name is longer than 256 characters;"
                        + " shorten it, and check that no quote was left open.");
    }

    @Test
    void headerKeepsTheNamesAndFindsTheColumns() throws IOException {
        String file = "Flow,Phone Number, my note ,PRODUCT-TYPE\nx,+12065550100,y,z\n";
        try (ManifestReader reader = ManifestReader.open("numbers.csv", new ByteArrayInputStream(bytes(file)))) {
            Header header = reader.header();
            assertThat(header.names()).containsExactly("Flow", "Phone Number", " my note ", "PRODUCT-TYPE");
            assertThat(header.indexOf(Column.PHONE_NUMBER)).contains(1);
            assertThat(header.indexOf(Column.FLOW)).contains(0);
            assertThat(header.indexOf(Column.PRODUCT_TYPE)).contains(3);
            assertThat(header.indexOf(Column.TARGET)).isEmpty();
        }
    }

    @Test
    void secondIteratorGoesOnWhereTheFirstStopped() throws IOException {
        String file = "phone_number\n+12065550100\n+12065550101\n";
        try (ManifestReader reader = ManifestReader.open("numbers.csv", new ByteArrayInputStream(bytes(file)))) {
            assertThat(reader.rows().next().row().line()).isEqualTo(2);
            assertThat(reader.stream().map(row -> row.row().line())).containsExactly(3);
            Iterator<ManifestRow> rows = reader.rows();
            assertThat(rows.hasNext()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(rows::next);
        }
    }

    @Test
    void offsetIsRightWhereverTheReadBufferEnds() {
        for (int shift = 0; shift < 5; shift++) {
            byte[] file = bytes("phone_number,note\n+12065550100,%s?\n".formatted("x".repeat(16_345 + shift)));
            int offset = file.length - 2;
            file[offset] = (byte) 0xE9;
            assertThat(ReadBack.of(file)).singleElement().asString().contains("at offset %,d,".formatted(offset));
        }
    }

    @Test
    void damageInCellsThatAreNotKeptDoesNotMoveTheOffsetsOfLaterRows() {
        String text = "phone_number,note\n+12065550100,%s\n%s\n+12065550101,?\n"
                .formatted("?".repeat(70_000), "?,".repeat(600));
        byte[] file = text.replace('?', 'é').getBytes(StandardCharsets.ISO_8859_1);
        assertThat(ReadBack.of(file))
                .hasSize(3)
                .last()
                .asString()
                .contains("at offset %,d,".formatted(file.length - 2));
    }

    @Test
    void fileMayHaveAsManyBytesAsTheLimit() {
        String file = "\uFEFFphone_number\n+12065550100\n" + "\n".repeat(100_000);
        int length = bytes(file).length;
        assertThat(rows(file, length)).hasSize(1);
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> rows(file, length - 1))
                .withMessage("numbers.csv: the file has more than 100,028 bytes;"
                        + " split it into several files, each with the header.");
    }

    @Test
    void streamThatFailsIsNoFaultOfTheManifest() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ManifestReader.open("numbers.csv", closed))
                .withMessageContaining("Stream closed");
    }

    @Test
    void exceptionTellsTheLine() {
        assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> rows("phone_number\n+12065550100\n\"+12065550101"))
                .matches(e -> e.line() == 3);
    }

    private static String header(int columns) {
        return IntStream.range(1, columns).mapToObj(i -> ",c" + i).collect(Collectors.joining("", "phone_number", ""));
    }

    private static List<ManifestRow> rows(String file) {
        return rows(file, Limits.FILE_BYTES);
    }

    private static List<ManifestRow> rows(String file, long mostBytes) {
        InputStream stream = new ByteArrayInputStream(bytes(file));
        try (ManifestReader reader = ManifestReader.open("numbers.csv", stream, mostBytes)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rejection rejection(ManifestRow row) {
        return ((ManifestRow.Broken) row).rejection();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
