package io.numberferry.manifest;

import io.numberferry.domain.Item;
import io.numberferry.domain.Operation;
import java.util.EnumSet;
import java.util.Set;

/// What one row wants done to its number, in fixed space.
///
/// @param line the row's 1-based line
/// @param target stands for the target; 0 for none
/// @param values stands for everything the row asks for, target included
record Wish(int line, Word word, int target, long values) {
    /// What makes no sense in one file with a release of the same number.
    private static final Set<Word> KEEPING = EnumSet.of(Word.CLAIM, Word.MOVE, Word.ASSOCIATE);

    static Wish of(Item item) {
        Operation operation = item.operation();
        Word word = Word.of(operation.word()).orElseThrow();
        return new Wish(item.line(), word, Fingerprint.ofTarget(operation), Fingerprint.of(operation));
    }

    /// Tells whether this and a wish with another word undo each other.
    boolean contradicts(Wish other) {
        return undoes(other) || other.undoes(this);
    }

    private boolean undoes(Wish other) {
        return switch (word) {
            case RELEASE -> KEEPING.contains(other.word);
            case DISASSOCIATE -> other.word == Word.ASSOCIATE && other.target == target;
            case CLAIM, MOVE, ASSOCIATE, UPDATE, DESCRIBE -> false;
        };
    }
}
