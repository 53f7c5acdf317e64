package io.numberferry.manifest;

import java.util.Arrays;

/// The rows that [DuplicateFinder] remembers: for each number, service and word the first row, and the
/// first that differs from it. 29 bytes each, linked by number. Not safe for use by several threads.
final class Wishes {
    private static final int FIRST_ROOM = 1024;

    private int[] next = new int[FIRST_ROOM];
    private int[] line = new int[FIRST_ROOM];
    private int[] differing = new int[FIRST_ROOM];
    private byte[] details = new byte[FIRST_ROOM];
    private int[] target = new int[FIRST_ROOM];
    private long[] values = new long[FIRST_ROOM];
    private Word[] word = new Word[FIRST_ROOM];
    private int size = 1;

    /// @param nextOfNumber the number's wish that was added before; 0 for none
    /// @return the wish's own index, from 1
    int add(int nextOfNumber, Wish wish) {
        if (size == next.length) {
            grow();
        }
        next[size] = nextOfNumber;
        line[size] = wish.line();
        details[size] = wish.details();
        target[size] = wish.target();
        values[size] = wish.values();
        word[size] = wish.word();
        return size++;
    }

    int next(int index) {
        return next[index];
    }

    /// Remembers the line of a row that asks for the same in another way; the first counts.
    void differs(int index, int otherLine) {
        if (differing[index] == 0) {
            differing[index] = otherLine;
        }
    }

    /// The line of the first row that differs; 0 for none.
    int differing(int index) {
        return differing[index];
    }

    Wish get(int index) {
        return new Wish(line[index], word[index], details[index], target[index], values[index]);
    }

    private void grow() {
        int room = next.length + next.length / 2;
        next = Arrays.copyOf(next, room);
        line = Arrays.copyOf(line, room);
        differing = Arrays.copyOf(differing, room);
        details = Arrays.copyOf(details, room);
        target = Arrays.copyOf(target, room);
        values = Arrays.copyOf(values, room);
        word = Arrays.copyOf(word, room);
    }
}
