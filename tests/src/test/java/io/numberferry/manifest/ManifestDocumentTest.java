package io.numberferry.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Reason;
import io.numberferry.domain.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Keeps docs/MANIFEST.md true where a table of it is a table of the code.
class ManifestDocumentTest {
    private static final String DOCUMENT = read();

    @ParameterizedTest
    @EnumSource
    void columnAndItsAliasesAreDocumented(Column column) {
        String row = Pattern.compile("^\\| `%s` \\| (`.*) \\|$".formatted(column.title()), Pattern.MULTILINE)
                .matcher(DOCUMENT)
                .results()
                .map(found -> found.group(1))
                .filter(text -> !text.contains(" | "))
                .findFirst()
                .orElse("");
        assertThat(Arrays.stream(row.replace("`", "").split(" ", -1)))
                .containsExactlyElementsOf(ColumnAlias.of(column));
    }

    @ParameterizedTest
    @EnumSource
    void reasonForARejectionIsDocumented(Reason reason) {
        boolean ofThePlan = reason == Reason.FLOW_NOT_FOUND || reason == Reason.FLOW_NOT_USABLE;
        if (reason.status() == Status.REJECTED && !ofThePlan) {
            assertThat(DOCUMENT).contains("| `%s` |".formatted(reason));
        }
    }

    @ParameterizedTest
    @EnumSource
    void badSpellingIsDocumented(BadSpelling spelling) {
        assertThat(DOCUMENT).contains("| %s | ".formatted(spelling.reason()));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("docs/MANIFEST.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
