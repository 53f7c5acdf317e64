package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.SmallJvm;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// A report is made in a stream: a million rows in the memory of a small function. A writer that kept them
/// would need several times as much and the process would end.
class MillionRowsTest {

    @Test
    void aMillionRowsAreReportedInAQuarterOfAGigabyte() throws IOException, InterruptedException {
        assertThat(SmallJvm.run(MillionRows.class))
                .matches("rows 1000000, report 1000001, retry 100001, failed 100001, undo 600001, page [0-9]+ MB");
    }
}
