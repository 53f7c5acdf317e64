package io.numberferry.function;

import io.numberferry.domain.PhoneNumber;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.LongStream;

/// Phone numbers in 12 to 24 bytes each, a sixth of what a hash set of objects takes: an E.164 number is its
/// digits, and these fit in a long. Numbers can be added, not removed. Not safe for use by several threads.
final class NumberSet extends AbstractSet<PhoneNumber> {
    private static final int FIRST_SLOTS = 1024;

    /// Open addressing, linear probing, at most two thirds full; 0 is an empty slot.
    private long[] slots = new long[FIRST_SLOTS];

    private int size;

    @Override
    public boolean add(PhoneNumber number) {
        long digits = number.digits();
        int slot = slot(digits);
        if (slots[slot] == digits) {
            return false;
        }
        slots[slot] = digits;
        size++;
        if (size * 3L > slots.length * 2L) {
            grow();
        }
        return true;
    }

    @Override
    public boolean contains(Object other) {
        return other instanceof PhoneNumber number && slots[slot(number.digits())] != 0;
    }

    @Override
    public Iterator<PhoneNumber> iterator() {
        return LongStream.range(0, slots.length)
                .map(slot -> slots[(int) slot])
                .filter(digits -> digits != 0)
                .mapToObj(PhoneNumber::ofDigits)
                .iterator();
    }

    @Override
    public int size() {
        return size;
    }

    private int slot(long digits) {
        int mask = slots.length - 1;
        int slot = (int) ((digits * 0x9e3779b97f4a7c15L) >>> 32) & mask;
        while (slots[slot] != 0 && slots[slot] != digits) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        Arrays.stream(old).filter(digits -> digits != 0).forEach(digits -> slots[slot(digits)] = digits);
    }
}
