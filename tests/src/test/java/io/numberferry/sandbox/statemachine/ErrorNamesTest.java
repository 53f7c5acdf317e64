package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorNamesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    # pattern,                  error,                                  matches
                    Lambda.Unknown,             Lambda.Unknown,                         true
                    Lambda.Unknown,             Lambda.unknown,                         false
                    States.ALL,                 Lambda.Unknown,                         true
                    States.ALL,                 States.Timeout,                         true
                    States.ALL,                 States.QueryEvaluationError,            true
                    States.ALL,                 States.ExceedToleratedFailureThreshold, true
                    States.ALL,                 States.DataLimitExceeded,               false
                    States.ALL,                 States.Runtime,                         false
                    States.TaskFailed,          Lambda.Unknown,                         true
                    States.TaskFailed,          States.ExceedToleratedFailureThreshold, true
                    States.TaskFailed,          States.Timeout,                         false
                    States.TaskFailed,          States.QueryEvaluationError,            false
                    States.TaskFailed,          States.DataLimitExceeded,               false
                    States.TaskFailed,          States.Runtime,                         false
                    States.Timeout,             States.Timeout,                         true
                    States.DataLimitExceeded,   States.DataLimitExceeded,               true
                    States.Runtime,             States.Runtime,                         false
                    """)
    void patternStandsForError(String pattern, String error, boolean matches) {
        assertThat(ErrorNames.matches(List.of(pattern), Optional.of(error))).isEqualTo(matches);
        assertThat(ErrorNames.matches(List.of("Other", pattern), Optional.of(error)))
                .isEqualTo(matches);
    }

    @Test
    void anErrorWithoutANameIsOnlyUnderTheWildcards() {
        assertThat(ErrorNames.matches(List.of("States.ALL"), Optional.empty())).isTrue();
        assertThat(ErrorNames.matches(List.of("States.TaskFailed"), Optional.empty()))
                .isTrue();
        assertThat(ErrorNames.matches(List.of("X"), Optional.empty())).isFalse();
    }
}
