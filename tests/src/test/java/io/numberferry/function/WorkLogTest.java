package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class WorkLogTest {
    private final LogLines log = new LogLines();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void beginningAndEndAreALineEachWithWhatTheyAreAbout() {
        try (WorkLog work = WorkLog.begin(
                new Invocation("ApplyFunction"), Map.of("job", "j1", "lane", "connect-us-west-2", "batch", "3"))) {
            assertThat(work.ended("answer", Map.of("rows", 9, "remaining", 0))).isEqualTo("answer");
        }

        assertThat(log.lines()).hasSize(2);
        assertThat(log.line(0).path("message").asText()).isEqualTo("begins");
        assertThat(log.line(1).path("message").asText()).isEqualTo("ended");
        for (int i = 0; i < 2; i++) {
            assertThat(log.line(i).path("level").asText()).isEqualTo("INFO");
            assertThat(log.line(i).path("job").asText()).isEqualTo("j1");
            assertThat(log.line(i).path("lane").asText()).isEqualTo("connect-us-west-2");
            assertThat(log.line(i).path("batch").asText()).isEqualTo("3");
            assertThat(log.line(i).path("function_name").asText()).isEqualTo("ApplyFunction");
        }
        assertThat(log.line(1).path("rows").asInt()).isEqualTo(9);
        assertThat(log.line(1).path("remaining").asInt(-1)).isZero();
        assertThat(log.line(1).path("durationMillis").isIntegralNumber()).isTrue();
    }

    @Test
    void linesInBetweenCarryTheSameFields() {
        try (WorkLog _ = WorkLog.begin(new Invocation("PlanFunction"), Map.of("job", "j1"))) {
            LoggerFactory.getLogger(getClass()).info("{} rows read", 12);
        }

        JsonNode line = log.line(1);
        assertThat(line.path("message").asText()).isEqualTo("12 rows read");
        assertThat(line.path("job").asText()).isEqualTo("j1");
    }

    @Test
    void nothingIsLeftForTheNextInvocation() {
        try (WorkLog _ = WorkLog.begin(new Invocation("PlanFunction"), Map.of("job", "j1"))) {
            assertThat(MDC.get("job")).isEqualTo("j1");
        }

        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }
}
