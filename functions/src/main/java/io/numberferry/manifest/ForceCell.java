package io.numberferry.manifest;

import io.numberferry.domain.Reason;
import java.util.Locale;

/// Reads a yes or no, whatever its case.
final class ForceCell implements CellParser<Boolean> {
    @Override
    public Cell<Boolean> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> Cell.of(true);
            case "false", "no" -> Cell.of(false);
            default -> Cell.refused(Reason.INVALID_FORCE, CellText.quoted(text) + " is neither true nor false");
        };
    }
}
