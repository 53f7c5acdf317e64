package io.numberferry.manifest;

import io.numberferry.domain.Item;
import io.numberferry.domain.Operation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What one row wants done to its number, in fixed space.
///
/// @param line the row's 1-based line
/// @param details which details an update is about, a bit each; 0 for every other operation
/// @param target stands for the target; 0 for none
/// @param values stands for everything the row asks for, target included
record Wish(int line, Word word, byte details, int target, long values) {
    /// What makes no sense in one file with a release of the same number.
    private static final Set<Word> KEEPING = EnumSet.of(Word.CLAIM, Word.MOVE, Word.ASSOCIATE);

    static Wish of(Item item) {
        Operation operation = item.operation();
        Word word = Word.of(operation.word()).orElseThrow();
        return new Wish(
                item.line(), word, details(operation), Fingerprint.ofTarget(operation), Fingerprint.of(operation));
    }

    private static byte details(Operation operation) {
        return switch (operation) {
            case Operation.ChangeDetails change -> bits(change.description(), change.tags());
            case Operation.Update update -> bits(update.productType(), update.callingName(), update.name());
            case Operation.OnConnect _, Operation.Associate _, Operation.Disassociate _ -> 0;
        };
    }

    private static byte bits(Optional<?>... details) {
        int bits = 0;
        for (Optional<?> detail : details) {
            bits = 2 * bits + (detail.isPresent() ? 1 : 0);
        }
        return (byte) bits;
    }

    /// Tells whether two wishes are about the same: then they repeat each other, or contradict each other where
    /// their values differ.
    boolean meets(Wish other) {
        return word == other.word && details == other.details;
    }

    /// Tells whether this and a wish that it does not meet undo each other, or leave open which of them counts.
    boolean contradicts(Wish other) {
        return undoes(other) || other.undoes(this) || sharesDetails(other);
    }

    private boolean sharesDetails(Wish other) {
        return details != other.details && (details & other.details) != 0;
    }

    private boolean undoes(Wish other) {
        return switch (word) {
            case RELEASE -> KEEPING.contains(other.word);
            case DISASSOCIATE -> other.word == Word.ASSOCIATE && other.target == target;
            case CLAIM, MOVE, ASSOCIATE, UPDATE, DESCRIBE -> false;
        };
    }
}
