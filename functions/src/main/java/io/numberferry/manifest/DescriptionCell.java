package io.numberferry.manifest;

import io.numberferry.domain.Reason;
import java.util.Optional;

/// Reads a description. Its length is that of `PhoneNumberDescription` in the Connect API reference.
final class DescriptionCell implements CellParser<String> {
    private static final int CHARS = 500;

    @Override
    public Cell<String> parse(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > CHARS) {
            return Cell.refused(
                    Reason.INVALID_DESCRIPTION,
                    "the description has %,d characters, and at most %d are allowed".formatted(length, CHARS));
        }
        Optional<String> unsendable = CellText.unsendable(text);
        return unsendable.isPresent()
                ? Cell.refused(Reason.INVALID_DESCRIPTION, "the description contains the character " + unsendable.get())
                : Cell.of(text);
    }
}
