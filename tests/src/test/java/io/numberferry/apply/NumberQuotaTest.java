package io.numberferry.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberQuotaTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "You've reached the limit of Phone Numbers. To increase limit, contact support.",
                "Claim refused: allowed limit exceeded",
                "Exceeded limit of total claimed numbers",
                "exceeds the limit of the total claimed phone numbers"
            })
    void theKnownTextsAreAboutTheNumberOfNumbers(String message) {
        assertThat(NumberQuota.isReached(message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Rate exceeded", "PhoneNumberDescription exceeds the limit of 500 characters"})
    void otherTextsAreNot(String message) {
        assertThat(NumberQuota.isReached(message)).isFalse();
    }
}
