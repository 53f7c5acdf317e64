package io.numberferry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"+12065550100", "+12", "+123456789012345"})
    void aPlusAndTwoToFifteenDigitsAreANumber(String text) {
        assertThat(PhoneNumber.isE164(text)).isTrue();
        assertThat(new PhoneNumber(text).e164()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "+1",
                "12065550100",
                "+02065550100",
                "+1234567890123456",
                "+1 2065550100",
                " +12065550100",
                "+12065550100\n",
                "+1206555010x",
                "+١٢٣٤٥٦٧",
            })
    void anythingElseIsNot(String text) {
        assertThat(PhoneNumber.isE164(text)).isFalse();
        assertThatThrownBy(() -> new PhoneNumber(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a phone number is + and 2 to 15 digits, the first not 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12065550100", "%2B12065550100", "%2b12065550100", "12065550100"})
    void chimeWritesOneNumberInSeveralWays(String text) {
        assertThat(PhoneNumber.ofChime(text)).isEqualTo(new PhoneNumber("+12065550100"));
    }

    @ParameterizedTest
    @CsvSource({"+12065550100, +1••••••••00", "+123456, +1•••56", "+12345, +1•••5"})
    void aMaskedNumberShowsItsCountryAndItsEnd(String text, String masked) {
        assertThat(new PhoneNumber(text).masked()).hasSize(text.length()).startsWith("+1");
        assertThat(new PhoneNumber(text).masked()).isEqualTo(masked);
    }

    @Test
    void aNumberIsMaskedWhereverItIsWrittenByAccident() {
        assertThat("call " + new PhoneNumber("+12065550100")).isEqualTo("call +1••••••••00");
    }
}
