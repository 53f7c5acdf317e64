package io.numberferry.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "Throttled, THROTTLED",
        "Throttling, THROTTLED",
        "ServiceUnavailable, TRANSIENT",
        "ServiceFailure, TRANSIENT",
        "Conflict, RECONCILE",
        "PreconditionFailed, RECONCILE",
        "PhoneNumberAssociationsExist, RECONCILE",
        "VoiceConnectorGroupAssociationsExist, RECONCILE",
        "BadRequest, ROW",
        "NotFound, ROW",
        "Gone, ROW",
        "Unprocessable, ROW",
        "Validation, ROW",
        "SomethingNew, ROW",
        "'', ROW",
        "ResourceLimitExceeded, TARGET",
        "AccessDenied, JOB",
        "Forbidden, JOB",
        "Unauthorized, JOB"
    })
    void everyCodeHasItsKind(String code, Failure.Kind kind) {
        assertThat(NumberErrors.classify(new ChimeNumbers.NumberError("%2B12065550100", code, "text")))
                .isEqualTo(new Failure(kind, code, "text"));
    }

    @Test
    void theNumberInTheTextIsMasked() {
        var error = new ChimeNumbers.NumberError("%2B12065550100", "NotFound", "no number %2B12065550100");
        assertThat(NumberErrors.classify(error).message()).isEqualTo("no number +1••••••••00");
    }
}
