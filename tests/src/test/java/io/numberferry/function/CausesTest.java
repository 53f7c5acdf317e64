package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static Optional<String> sentence(@Nullable String error, @Nullable String cause) {
        PlanRequest manifest =
                new PlanRequest("in", "run/a.csv", null, null, "2026-03-01T09:00:00Z", null, null, null, false);
        return Causes.sentence(new ReportRequest(manifest, "FAILED", error, cause, "2026-03-01T09:00:05Z", null));
    }

    @Test
    void whatAFunctionThrewIsItsMessage() {
        assertThat(sentence("io.numberferry.X", """
                        {"errorMessage": "there is no header", "errorType": "io.numberferry.X", "stackTrace": ["a"]}
                        """)).contains("there is no header");
    }

    @Test
    void whatStepFunctionsSaysItselfStays() {
        assertThat(sentence("States.Timeout", "the task took too long")).contains("the task took too long");
        assertThat(sentence("States.Runtime", "{\"state\": \"Lanes\"}")).contains("{\"state\": \"Lanes\"}");
        assertThat(sentence("X", "{\"errorMessage\": null}")).contains("{\"errorMessage\": null}");
        assertThat(sentence("X", "\"quoted\"")).contains("\"quoted\"");
    }

    /// The state machine cuts a long cause off in the middle of its JSON.
    @Test
    void aCauseThatWasCutOffIsShownAsItCame() {
        assertThat(sentence("X", "{\"errorMessage\": \"there is no hea"))
                .contains("{\"errorMessage\": \"there is no hea");
    }

    @Test
    void withoutACauseTheErrorsNameHasToDo() {
        assertThat(sentence("States.Timeout", null)).contains("States.Timeout");
        assertThat(sentence("States.Timeout", " ")).contains("States.Timeout");
    }

    @Test
    void withoutAnErrorThereIsNothingToSay() {
        assertThat(sentence(null, null)).isEmpty();
        assertThat(sentence("", "")).isEmpty();
    }
}
