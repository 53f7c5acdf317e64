package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void slotsInValuesStayAsTheyAre() {
        assertThat(new Template("{{a}}-{{b}}").render(Map.of("a", "{{b}} $1 \\", "b", "x")))
                .isEqualTo("{{b}} $1 \\-x");
    }

    @Test
    void slotWithoutAValueIsRefused() {
        assertThatThrownBy(() -> new Template("{{a}}").render(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the slot {{a}} has no value");
    }
}
