package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.numberferry.sandbox.simulator.world.World;
import io.numberferry.sandbox.statemachine.PublishedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said to the outside when a job has ended.
class NewsTest {
    private static final Pattern NUMBER = Pattern.compile("\\+?1?[2-9]\\d{2}55501\\d{2}");

    @TempDir
    private static Path folder;

    private static Bench bench;

    @BeforeAll
    static void start() throws IOException {
        bench = new Bench(folder, World.read(Path.of("events/world.json")));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void aJobSaysOnceHowItEndedAndNamesNoNumber() throws IOException, InterruptedException {
        int before = bench.news().events().size();
        Bench.Ended ended = bench.run(Files.readString(Path.of("events/mixed.csv")), Map.of());

        assertThat(bench.news().events()).hasSize(before + 1);
        PublishedEvent event = bench.news().events().getLast();
        assertThat(event.source()).isEqualTo("numberferry");
        assertThat(event.detailType()).isEqualTo("Job ended");
        assertThat(event.detail()).doesNotContainPattern(NUMBER);
        JsonNode detail = new ObjectMapper().readTree(event.detail());
        assertThat(detail.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(detail.path("rows")).isEqualTo(ended.summary().path("rows"));
        assertThat(detail.path("outcomes")).isEqualTo(ended.summary().path("outcomes"));
        String jobId = detail.path("jobId").asText();
        assertThat(detail.path("page").asText())
                .isEqualTo("https://us-west-2.console.aws.amazon.com/s3/object/numberferry-output"
                        + "?region=us-west-2&prefix=reports/" + jobId + "/index.html");
    }

    @Test
    void aJobThatCouldNotBePlannedSaysWhyWithoutNumbers() throws IOException, InterruptedException {
        bench.run("+12065550123\n", Map.of());

        JsonNode detail =
                new ObjectMapper().readTree(bench.news().events().getLast().detail());
        assertThat(detail.path("state").asText()).isEqualTo("FAILED");
        assertThat(detail.path("cause").asText()).isNotEmpty().doesNotContainPattern(NUMBER);
    }
}
