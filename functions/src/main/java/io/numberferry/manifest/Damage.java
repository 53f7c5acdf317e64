package io.numberferry.manifest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// Bytes that are no text, as [TextReader] hands them on, and NUL characters: how to find and how to show
/// them.
final class Damage {
    private static final char FIRST = '\uDC00';
    private static final char LAST = '\uDCFF';
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Damage() {}

    /// The character that stands for a byte.
    static char of(byte b) {
        return (char) (FIRST | (b & 0xFF));
    }

    /// Says what is damaged in a text; empty when nothing is.
    ///
    /// @param encoding of the file
    /// @param offset of the first byte of the record that is no text, counted from 0; empty for none
    static Optional<String> in(String text, Encoding encoding, OptionalLong offset) {
        return first(text).map(i -> text.charAt(i) == 0 ? "a NUL character" : words(text, i, encoding, offset));
    }

    private static String words(String text, int index, Encoding encoding, OptionalLong offset) {
        int value = text.charAt(index) - FIRST;
        String at = offset.isPresent() ? " at offset %,d".formatted(offset.getAsLong()) : "";
        String meant = encoding.isUtf8() && isAlone(text, index) ? inWindows1252((byte) value) : "";
        return "the byte 0x%02X%s, which is not %s text%s".formatted(value, at, encoding.title(), meant);
    }

    /// Windows-1252 has a byte for a letter; of several in a row nobody can say what they were.
    private static boolean isAlone(String text, int index) {
        return index + 1 == text.length() || !isByte(text, index + 1);
    }

    private static String inWindows1252(byte b) {
        try {
            CharBuffer letter = WINDOWS_1252.newDecoder().decode(ByteBuffer.wrap(new byte[] {b}));
            return " (in Windows-1252 it is %s)".formatted(letter);
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    /// The text with damage made visible, for example `caf\xE9`.
    static String shown(String text) {
        if (first(text).isEmpty()) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean damaged = c == 0 || isByte(text, i);
            shown.append(damaged ? "\\x%02X".formatted(c == 0 ? 0 : c - FIRST) : String.valueOf(c));
        }
        return shown.toString();
    }

    /// How many characters stand for bytes.
    static int count(CharSequence text) {
        return (int)
                IntStream.range(0, text.length()).filter(i -> isByte(text, i)).count();
    }

    private static Optional<Integer> first(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || isByte(text, i)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static boolean isByte(CharSequence text, int index) {
        char c = text.charAt(index);
        return c >= FIRST && c <= LAST && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
