package io.numberferry.apply;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Finds the addresses of [Records] by a key that each record holds, in 6 to 12 bytes a record: the keys are
/// read where the records are. Open addressing, linear probing, at most two thirds full. Not safe for use by
/// several threads.
final class AddressTable<K> {
    private static final int FIRST_SLOTS = 1024;

    private final IntFunction<K> keyOf;

    /// Addresses plus 1; 0 is an empty slot.
    private int[] slots = new int[FIRST_SLOTS];

    private int size;

    /// @param keyOf reads the key of the record at an address
    AddressTable(IntFunction<K> keyOf) {
        this.keyOf = keyOf;
    }

    /// Adds a record, in the place of one with the same key.
    void put(int address) {
        int slot = slot(keyOf.apply(address));
        size += slots[slot] == 0 ? 1 : 0;
        slots[slot] = address + 1;
        if (size * 3L > slots.length * 2L) {
            grow();
        }
    }

    OptionalInt find(K key) {
        int found = slots[slot(key)];
        return found == 0 ? OptionalInt.empty() : OptionalInt.of(found - 1);
    }

    int size() {
        return size;
    }

    /// In no order.
    IntStream addresses() {
        return Arrays.stream(slots).filter(slot -> slot != 0).map(slot -> slot - 1);
    }

    private int slot(K key) {
        int mask = slots.length - 1;
        int slot = (int) ((key.hashCode() * 0x9e3779b97f4a7c15L) >>> 32) & mask;
        while (slots[slot] != 0 && !keyOf.apply(slots[slot] - 1).equals(key)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        for (int found : old) {
            if (found != 0) {
                slots[slot(keyOf.apply(found - 1))] = found;
            }
        }
    }
}
