package io.numberferry.manifest;

import java.util.Optional;

/// Bytes that are no text, as [Utf8Reader] hands them on, and NUL characters: how to find and how to show
/// them.
final class Damage {
    private static final char FIRST = '\uDC80';
    private static final char LAST = '\uDCFF';
    private static final int BASE = 0xDC00;

    private Damage() {}

    /// The character that stands for a byte with its high bit set.
    static char of(byte b) {
        return (char) (BASE | (b & 0xFF));
    }

    /// Says what is damaged in a text; empty when nothing is.
    static Optional<String> in(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of("a NUL character");
            }
            if (isByte(text, i)) {
                return Optional.of("the byte 0x%02X, which is not UTF-8 text".formatted(c - BASE));
            }
        }
        return Optional.empty();
    }

    /// The text with damage made visible, for example `caf\xE9`.
    static String shown(String text) {
        if (in(text).isEmpty()) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean damaged = c == 0 || isByte(text, i);
            shown.append(damaged ? "\\x%02X".formatted(c == 0 ? 0 : c - BASE) : String.valueOf(c));
        }
        return shown.toString();
    }

    private static boolean isByte(String text, int index) {
        char c = text.charAt(index);
        return c >= FIRST && c <= LAST && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
