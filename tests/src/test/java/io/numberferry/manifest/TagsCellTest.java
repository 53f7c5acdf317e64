package io.numberferry.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Reason;
import io.numberferry.domain.Tags;
import io.numberferry.manifest.Table.Case;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TagsCellTest {

    static List<Case> cells() {
        return Table.of("tags.csv");
    }

    /// `becomes` holds the tags, each in brackets, or what is wrong and, where it is not the advice that the reason
    /// always carries, what to do.
    @ParameterizedTest
    @MethodSource("cells")
    void everyCellBecomesTagsOrIsRefused(Case cell) {
        assertThat(Table.escape(words(new TagsCell().parse(cell.text("cell"))))).isEqualTo(cell.raw("becomes"));
    }

    @Test
    void longestKeyAndValueAreTaken() {
        assertThat(words(new TagsCell().parse("k".repeat(128) + "=" + "v".repeat(256))))
                .startsWith("[k");
        assertThat(words(new TagsCell().parse("k".repeat(129) + "=v"))).endsWith("is longer than 128 characters");
        assertThat(words(new TagsCell().parse("k=" + "v".repeat(257))))
                .isEqualTo("the value of \"k\" is longer than 256 characters");
    }

    private static String words(Cell<Tags> cell) {
        return switch (cell) {
            case Cell.Read<Tags> read -> {
                StringBuilder tags = new StringBuilder();
                read.value().byKey().forEach((key, value) -> tags.append("[%s][%s]".formatted(key, value)));
                yield tags.toString();
            }
            case Cell.Refused<Tags>(Reason code, String reason, String advice) -> {
                assertThat(code).isEqualTo(Reason.INVALID_TAGS);
                yield advice.equals(code.advice()) ? reason : reason + " | " + advice;
            }
        };
    }
}
