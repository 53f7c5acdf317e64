package io.numberferry.manifest;

import io.numberferry.domain.Item;
import io.numberferry.domain.Service;
import java.util.OptionalInt;

/// Finds rows that repeat or contradict each other, and the order of rows on one number. First every item
/// of the file is added, in order; then each can be judged.
///
/// Rows meet when they have the same number and service. With the same word they are duplicates, or in
/// conflict when they ask for different things. With different words they are carried out in the order of
/// the file, unless they undo each other: release beside claim, move or associate, and disassociate beside
/// associate with the same target. Updates of different details of a number count as different words; those that
/// share some details and not all are in conflict.
///
/// Takes about 50 bytes for each number and word. Not safe for use by several threads.
public final class DuplicateFinder {
    private final LongIntMap latest = new LongIntMap();
    private final Wishes wishes = new Wishes();

    public void add(Item item) {
        long key = key(item);
        Wish wish = Wish.of(item);
        int first = latest.get(key);
        int same = find(first, wish);
        if (same == 0) {
            latest.put(key, wishes.add(first, wish));
        } else if (wishes.get(same).values() != wish.values()) {
            wishes.differs(same, wish.line());
        }
    }

    /// @param item one that was added
    public Verdict judge(Item item) {
        Wish wish = Wish.of(item);
        int first = latest.get(key(item));
        int same = find(first, wish);
        if (same == 0) {
            throw new IllegalArgumentException("line %d was not added".formatted(item.line()));
        }
        int opponent = opponent(first, same, wish);
        if (opponent != 0) {
            return new Verdict.ConflictsWith(opponent);
        }
        int firstLine = wishes.get(same).line();
        return firstLine == item.line()
                ? new Verdict.Fresh(after(first, firstLine))
                : new Verdict.DuplicateOf(firstLine);
    }

    /// Tells whether the file asks for anything else on the item's number.
    ///
    /// @param item one that was added
    public boolean hasCompany(Item item) {
        return wishes.next(latest.get(key(item))) != 0;
    }

    /// The last bit is for the service, so that a number of Connect never meets one of Chime.
    private static long key(Item item) {
        return item.number().digits() * 2 + (item.operation().service() == Service.CHIME ? 1 : 0);
    }

    private int find(int first, Wish wish) {
        int index = first;
        while (index != 0 && !wishes.get(index).meets(wish)) {
            index = wishes.next(index);
        }
        return index;
    }

    /// The line of a row that stands against this one; 0 for none.
    private int opponent(int first, int same, Wish wish) {
        if (wishes.differing(same) != 0) {
            Wish earliest = wishes.get(same);
            return earliest.values() == wish.values() ? wishes.differing(same) : earliest.line();
        }
        for (int index = first; index != 0; index = wishes.next(index)) {
            if (wishes.get(index).contradicts(wish)) {
                return wishes.get(index).line();
            }
        }
        return 0;
    }

    private OptionalInt after(int first, int line) {
        int latestLine = 0;
        for (int index = first; index != 0; index = wishes.next(index)) {
            Wish earlier = wishes.get(index);
            if (earlier.line() < line && opponent(first, index, earlier) == 0) {
                latestLine = Math.max(latestLine, earlier.line());
            }
        }
        return latestLine == 0 ? OptionalInt.empty() : OptionalInt.of(latestLine);
    }
}
