package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReversedRecordsTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                ReversedRecords.BLOCK - 1,
                ReversedRecords.BLOCK,
                ReversedRecords.BLOCK + 1,
                3 * ReversedRecords.BLOCK + 7
            })
    void recordsComeOutLastFirst(int records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SeekableByteChannel scratch = Written.scratch()) {
            ReversedRecords reversed = new ReversedRecords(scratch);
            for (int i = 0; i < records; i++) {
                reversed.add(record(i));
            }
            reversed.writeTo(out);
        }

        List<List<String>> wanted = IntStream.range(0, records)
                .map(i -> records - 1 - i)
                .mapToObj(ReversedRecordsTest::record)
                .toList();
        assertThat(Written.records(out.toString(StandardCharsets.UTF_8))).isEqualTo(wanted);
    }

    private static List<String> record(int i) {
        return List.of(Integer.toString(i), "é\n".repeat(i % 5));
    }
}
