package io.numberferry.manifest;

import io.numberferry.domain.Reason;
import java.util.regex.Pattern;

/// Reads a text that a pattern and a length describe fully.
///
/// @param chars how many characters at most
record PatternCell(Reason code, Pattern pattern, int chars) implements CellParser<String> {
    /// `CallingName` of `chime-sdk-voice` 2022-08-03; the length is in the pattern.
    static final PatternCell CALLING_NAME =
            new PatternCell(Reason.INVALID_CALLING_NAME, Pattern.compile("[a-zA-Z0-9 ]{2,15}"), 15);

    /// `PhoneNumberName` of `chime-sdk-voice` 2022-08-03.
    static final PatternCell NAME =
            new PatternCell(Reason.INVALID_NAME, Pattern.compile("[a-zA-Z0-9,._-]+(?: +[a-zA-Z0-9,._-]+)*+"), 256);

    @Override
    public Cell<String> parse(String text) {
        if (text.length() > chars) {
            return Cell.refused(
                    code, "it has %,d characters, and at most %d are allowed".formatted(text.length(), chars));
        }
        return pattern.matcher(text).matches()
                ? Cell.of(text)
                : Cell.refused(code, CellText.quoted(text) + " is not allowed there");
    }
}
