package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {
    private static InputStream input(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(String json) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Wire.answer(input(json), output, ApplyRequest.class, request -> request.with(7));
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aBatchGoesRoundWithWhatRemains() throws IOException {
        String sent = "{\"job\":\"j\",\"lane\":\"connect-us-west-2\",\"number\":2,\"rows\":9,\"key\":\"k\"}";

        assertThat(answer(sent)).isEqualTo(sent.replace("}", ",\"remaining\":7}"));
        assertThat(answer(answer(sent))).isEqualTo(sent.replace("}", ",\"remaining\":7,\"idle\":1}"));
    }

    @Test
    void whatAFunctionDoesNotKnowIsLeftAlone() throws IOException {
        assertThat(answer("{\"job\":\"j\",\"lane\":\"l\",\"number\":1,\"more\":{\"a\":[1]}}"))
                .contains("\"remaining\":7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"lane":"l","number":1}                        | a batch needs its job
                    {"job":"j","number":1}                         | a batch needs its lane
                    {"job":"j","lane":"l"}                         | batches count from 1, not 0
                    {"job":null,"lane":"l","number":1}             | a batch needs its job
                    """)
    void whatARequestCannotDoWithoutIsNamed(String json, String fault) {
        assertThatThrownBy(() -> answer(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the input is not a ApplyRequest: ")
                .hasMessageContaining(fault);
    }

    @Test
    void textThatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> answer("job=1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the input is not a ApplyRequest: Unrecognized token 'job'");
    }

    @Test
    void aFunctionThatIsStoppedWhileItWaitsSaysSo() {
        assertThatThrownBy(() -> Wire.answer(
                        input("{\"job\":\"j\",\"lane\":\"l\",\"number\":1}"),
                        new ByteArrayOutputStream(),
                        ApplyRequest.class,
                        _ -> {
                            throw new InterruptedException();
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the function was stopped while it waited");
        assertThat(Thread.interrupted()).isTrue();
    }
}
