package io.numberferry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://example.com\")",
                "@SUM(A1)",
                "-1",
                "-",
                "+",
                "+1",
                "+1 206 555 0100",
                "+12065550100 ",
                "+12065550100+1",
                "+1206555010012345",
                "+02065550100",
                "++12065550100",
                " =1+1",
                "\u00A0=1+1",
                "\uFEFF=1+1",
                "\u200B=1+1",
                " +12065550100",
                "\tanything",
                "\ranything",
                "\nanything",
                "\t",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM(A1)",
                "=cmd|' /C calc'!A0"
            })
    void textThatWouldStartAFormulaGetsAnApostrophe(String text) {
        assertThat(SafeCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+12065550100",
                "+12",
                "12065550100",
                "1-800-FLOWERS",
                "a=b",
                "key=value;other=value",
                "'=1+1",
                "\"=1+1\"",
                "Zoë",
                "a\n=1+1",
                "a\t=1+1",
                "(-1)"
            })
    void anyOtherTextStaysItself(String text) {
        assertThat(SafeCell.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'",
                "''",
                "=1+1",
                "'=1+1",
                "''=1+1",
                "' =1+1",
                "-5",
                "\t",
                "'\t",
                "+12065550100",
                "'+12065550100",
                "it's",
                "'quoted'",
                "Zoë"
            })
    void whatIsWrittenExactlyIsReadBackToTheSame(String text) {
        assertThat(SafeCell.original(SafeCell.exactly(text))).isEqualTo(text);
    }

    @Test
    void theApostropheIsTakenOffOnlyWhereItMakesTextSafe() {
        assertThat(SafeCell.original("'=1+1")).isEqualTo("=1+1");
        assertThat(SafeCell.original("'+12065550100")).isEqualTo("+12065550100");
        assertThat(SafeCell.original("''=1+1")).isEqualTo("'=1+1");
        assertThat(SafeCell.original("'s-Hertogenbosch")).isEqualTo("'s-Hertogenbosch");
        assertThat(SafeCell.original("''")).isEqualTo("''");
    }

    @Test
    void whatIsSafeIsNotMadeSafeAgain() {
        assertThat(SafeCell.of(SafeCell.of("=1+1"))).isEqualTo("'=1+1");
    }
}
