package io.numberferry.apply;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Texts as bytes, one a character where Latin-1 has them all, else two. Every text comes back as it was, even
/// one that is no valid Unicode.
final class PackedText {
    private PackedText() {}

    /// How many bytes a text takes.
    static int size(String text) {
        return Integer.BYTES + (isWide(text) ? 2 : 1) * text.length();
    }

    static void put(ByteBuffer into, String text) {
        boolean wide = isWide(text);
        into.putInt(text.length() * 2 + (wide ? 1 : 0));
        if (wide) {
            text.chars().forEach(character -> into.putChar((char) character));
        } else {
            into.put(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    static String get(ByteBuffer from) {
        int header = from.getInt();
        int length = header / 2;
        if (header % 2 == 0) {
            byte[] bytes = new byte[length];
            from.get(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        char[] characters = new char[length];
        from.asCharBuffer().get(characters);
        from.position(from.position() + 2 * length);
        return new String(characters);
    }

    private static boolean isWide(String text) {
        return text.chars().anyMatch(character -> character > 0xFF);
    }
}
