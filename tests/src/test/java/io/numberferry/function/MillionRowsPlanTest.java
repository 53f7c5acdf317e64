package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.SmallJvm;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plan is made in a stream: of a row, no more is kept than its number and what it asks for, in a few bytes. A
/// planner that kept rows would need several times as much and the process would end.
class MillionRowsPlanTest {

    @Test
    void aMillionRowsArePlannedInAQuarterOfAGigabyte(@TempDir Path storage) throws IOException, InterruptedException {
        assertThat(SmallJvm.run(MillionRowsPlan.class, storage.toString()))
                .isEqualTo("rows 1000000, to do 1000000, different lines 1000000");
    }
}
