package io.numberferry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberMaskTest {
    @Test
    void numbersAreMaskedPlainAndEncoded() {
        assertThat(NumberMask.in("not available: +12065550100, %2B12065550101, %2b442075550102."))
                .isEqualTo("not available: +1••••••••00, +1••••••••01, +4•••••••••02.");
    }

    @Test
    void idsAndAccountsStay() {
        String text = "not authorized on arn:aws:connect:us-west-2:123456789012:phone-number/5f2c8c1e-0000-4000";
        assertThat(NumberMask.in(text)).isEqualTo(text);
    }
}
