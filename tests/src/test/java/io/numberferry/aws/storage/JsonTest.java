package io.numberferry.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private final JsonMapper json = Json.mapper();

    record Sample(String text, int number, Optional<String> extra, Instant at) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\",\"number\":1,\"at\":\"2026-03-01T12:00:00Z\",\"more\":1}",
                "{\"number\":1,\"at\":\"2026-03-01T12:00:00Z\"}",
                "{\"text\":null,\"number\":1,\"at\":\"2026-03-01T12:00:00Z\"}",
                "{\"text\":\"a\",\"at\":\"2026-03-01T12:00:00Z\"}",
                "{\"text\":\"a\",\"number\":null,\"at\":\"2026-03-01T12:00:00Z\"}",
                "{\"text\":\"a\",\"text\":\"b\",\"number\":1,\"at\":\"2026-03-01T12:00:00Z\"}",
                "{\"text\":\"a\",\"number\":1,\"at\":\"2026-03-01T12:00:00Z\"} {}"
            })
    void whatIsNotExactlyTheRecordIsRefused(String text) {
        assertThatThrownBy(() -> json.readValue(text, Sample.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void anAbsentOptionalIsEmptyAndStaysAbsent() throws JacksonException {
        String text = "{\"text\":\"a\",\"number\":1,\"at\":\"2026-03-01T12:00:00Z\"}";
        Sample sample = json.readValue(text, Sample.class);

        assertThat(sample).isEqualTo(new Sample("a", 1, Optional.empty(), Instant.parse("2026-03-01T12:00:00Z")));
        assertThat(json.writeValueAsString(sample)).isEqualTo(text);
    }

    @Test
    void mapsAreWrittenByKey() throws JacksonException {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("b", 1);
        map.put("a", 2);

        assertThat(json.writeValueAsString(map)).isEqualTo("{\"a\":2,\"b\":1}");
    }
}
