package io.numberferry.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.JobSettings;
import io.numberferry.domain.Rejection;
import io.numberferry.domain.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random files. A failure names its seed, which makes the same file again.
class ManifestFuzzTest {
    private static final String ALPHABET = "+120655500é日💀;,|\t\" =-_.()'xE\\/:#\u00A0\u200B\uFEFF\uFFFD\u0007";
    private static final List<String> WORDS = List.of(
            "claim",
            "move",
            "associate",
            "disassociate",
            "update",
            "release",
            "describe",
            "",
            "CLEAR",
            "true",
            "+12065550100");

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRecordComesOutExactlyOnceWithItsLineAndCells(int seed) {
        GeneratedFile file = GeneratedFile.of(new Random(seed));
        assertThat(wholeRows(file.text().getBytes(StandardCharsets.UTF_8))).isEqualTo(file.rows());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomBytesNeverCrashTheReader(int seed) {
        Random random = new Random(seed);
        byte[] noise = new byte[random.nextInt(2_000)];
        random.nextBytes(noise);
        assertThat(ReadBack.of(noise)).isNotEmpty().isEqualTo(ReadBack.of(noise));
        byte[] behindAHeader = ("phone_number,operation,note\n" + new String(noise, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(ReadBack.of(behindAHeader)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void flippedBytesNeverChangeHowOftenARowComesOut(int seed) {
        Random random = new Random(seed);
        byte[] bytes = GeneratedFile.of(random).text().getBytes(StandardCharsets.UTF_8);
        for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        List<Integer> lines = lines(bytes);
        assertThat(lines).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomCellsBecomeItemsOrRejectionsFitToPrint(int seed) {
        Random random = new Random(seed);
        ItemParser parser = new ItemParser(
                Header.of(Arrays.stream(Column.values()).map(Column::title).toList()),
                JobSettings.asWritten(),
                new Home("us-west-2", Optional.of("111122223333")));
        for (int line = 2; line < 200; line++) {
            Row row = new Row(line, cells(random));
            Parsed parsed = parser.parse(row);
            assertThat(parser.parse(row)).isEqualTo(parsed);
            if (parsed instanceof Parsed.Bad(Rejection rejection)) {
                assertThat(rejection.line()).isEqualTo(line);
                assertThat(rejection.reason().codePoints()).noneMatch(Character::isISOControl);
            }
        }
    }

    private static List<String> cells(Random random) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Column.values().length; i++) {
            cells.add(
                    random.nextBoolean()
                            ? WORDS.get(random.nextInt(WORDS.size()))
                            : GeneratedFile.cell(random, ALPHABET));
        }
        return cells;
    }

    private static List<Row> wholeRows(byte[] file) {
        try (ManifestReader reader = ManifestReader.open("numbers.csv", new ByteArrayInputStream(file))) {
            return reader.stream()
                    .map(row -> (ManifestRow.Whole) row)
                    .map(ManifestRow.Whole::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> lines(byte[] file) {
        List<Integer> lines = new ArrayList<>();
        try (ManifestReader reader = ManifestReader.open("numbers.csv", new ByteArrayInputStream(file))) {
            reader.stream().forEach(row -> lines.add(row.row().line()));
        } catch (ManifestException e) {
            assertThat(e.getMessage()).startsWith("numbers.csv").endsWith(".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
