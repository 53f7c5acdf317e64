package io.numberferry.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import io.numberferry.domain.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingPlanTest {
    private final NumberingPlan plan = new NumberingPlan();

    /// Calling codes of one, two and three digits, and national numbers that begin with a zero.
    @ParameterizedTest
    @ValueSource(strings = {"US", "CA", "GB", "DE", "IT", "SM", "CI", "GA", "FI"})
    void examplesOfTheLibraryAreNumbersOfTheirCountry(String country) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        PhoneNumber example =
                new PhoneNumber(library.format(library.getExampleNumber(country), PhoneNumberFormat.E164));
        assertThat(plan.isPlausible(example)).isTrue();
        assertThat(plan.country(example)).contains(country);
    }

    @ParameterizedTest
    @CsvSource({"+12065550100, false", "+18005550100, true", "+18885550100, true", "+21, false"})
    void tollFreeNumbersAreKnown(String number, boolean tollFree) {
        assertThat(plan.isTollFree(new PhoneNumber(number))).isEqualTo(tollFree);
    }

    @Test
    void numberOfNoCountryIsNeitherPlausibleNorPlaced() {
        PhoneNumber nowhere = new PhoneNumber("+2101234567");
        assertThat(plan.isPlausible(nowhere)).isFalse();
        assertThat(plan.country(nowhere)).isEmpty();
    }

    @Test
    void numberOfTheWorldHasNoCountry() {
        assertThat(plan.country(new PhoneNumber("+80012345678"))).isEmpty();
    }
}
