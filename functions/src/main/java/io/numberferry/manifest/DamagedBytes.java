package io.numberferry.manifest;

import java.util.Arrays;

/// Where in the file the bytes are that are no text, first in, first out. It holds those that were decoded
/// and not yet parsed: no more than the parser's buffer has characters. Not safe for use by several threads.
final class DamagedBytes {
    private long[] offsets = new long[16];
    private int first;
    private int end;

    /// @param offset bytes before it in the file
    void add(long offset) {
        if (end == offsets.length) {
            makeRoom();
        }
        offsets[end++] = offset;
    }

    boolean isEmpty() {
        return first == end;
    }

    /// Takes out the offset of the byte that was damaged first.
    ///
    /// @throws IllegalStateException when there is none
    long take() {
        if (isEmpty()) {
            throw new IllegalStateException("no byte is damaged that was not taken yet");
        }
        return offsets[first++];
    }

    private void makeRoom() {
        int size = end - first;
        long[] room = size > offsets.length / 2 ? new long[2 * offsets.length] : offsets;
        System.arraycopy(offsets, first, room, 0, size);
        offsets = room;
        first = 0;
        end = size;
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOfRange(offsets, first, end));
    }
}
