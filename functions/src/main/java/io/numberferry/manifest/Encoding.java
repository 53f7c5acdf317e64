package io.numberferry.manifest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// The encodings of Unicode that a manifest may have. UTF-8 needs no byte order mark; the others are known
/// by theirs.
enum Encoding {
    /// Before UTF-16, whose mark this one begins with.
    UTF_32LE("UTF-32LE", StandardCharsets.UTF_32LE, "FFFE0000", 4),
    UTF_32BE("UTF-32BE", StandardCharsets.UTF_32BE, "0000FEFF", 4),
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE, "FFFE", 2),
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE, "FEFF", 2),
    UTF_8_WITH_MARK("UTF-8", StandardCharsets.UTF_8, "EFBBBF", 3),
    UTF_8("UTF-8", StandardCharsets.UTF_8, "", 3);

    /// Bytes.
    static final int LONGEST_UNIT = 4;

    private final String title;
    private final Charset charset;
    /// In upper-case hex.
    private final String mark;
    private final int longestDamage;

    Encoding(String title, Charset charset, String mark, int longestDamage) {
        this.title = title;
        this.charset = charset;
        this.mark = mark;
        this.longestDamage = longestDamage;
    }

    /// @param start the first bytes of a file
    static Encoding of(byte[] start) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.begins(start))
                .findFirst()
                .orElse(UTF_8);
    }

    String title() {
        return title;
    }

    Charset charset() {
        return charset;
    }

    /// Bytes; 0 without a mark.
    int markLength() {
        return mark.length() / 2;
    }

    /// How many bytes may be taken for damage at once: never more than a unit, since the next one may be a
    /// line break.
    int longestDamage() {
        return longestDamage;
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    private boolean begins(byte[] start) {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(start, 0, Math.min(start.length, markLength()))
                .equals(mark);
    }
}
