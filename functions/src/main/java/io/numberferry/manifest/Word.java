package io.numberferry.manifest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The words for operations in a manifest. One word can mean operations of both services.
enum Word {
    CLAIM,
    MOVE,
    ASSOCIATE,
    DISASSOCIATE,
    UPDATE,
    RELEASE,
    DESCRIBE;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Finds the word, whatever its case; empty when there is none.
    static Optional<Word> of(String text) {
        return Arrays.stream(values())
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
