package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void slotsInValuesStayAsTheyAre() throws IOException {
        assertThat(written(new Template("<{{a}}-{{b}}>"), Map.of("a", "{{b}} $1 \\", "b", "ü")))
                .isEqualTo("<{{b}} $1 \\-ü>");
    }

    @Test
    void slotWithoutAValueIsRefused() {
        assertThatThrownBy(() -> written(new Template("{{a}}"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the slot {{a}} has no value");
    }

    private static String written(Template template, Map<String, String> values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        template.write(out, values);
        return out.toString(StandardCharsets.UTF_8);
    }
}
