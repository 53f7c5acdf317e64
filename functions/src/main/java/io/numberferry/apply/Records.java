package io.numberferry.apply;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Many small records of bytes, in large pages: no object, and no space between them. Records can be added and
/// changed where they are, not removed. Not safe for use by several threads.
final class Records {
    /// Below half of the smallest region of the G1 collector, above which every page would take whole regions.
    private static final int PAGE = 256 * 1024;

    private final List<byte[]> pages = new ArrayList<>();
    private int used = PAGE;

    /// @param record from its position on; a record must tell by itself where it ends
    /// @return the record's address, 0 or more
    /// @throws ArithmeticException when there are more than 2 GB
    int add(ByteBuffer record) {
        int length = record.remaining();
        if (used + length > PAGE) {
            pages.add(new byte[Math.max(PAGE, length)]);
            used = 0;
        }
        int address = Math.addExact(Math.multiplyExact(pages.size() - 1, PAGE), used);
        record.get(pages.getLast(), used, length);
        used += length;
        return address;
    }

    /// The bytes from a record's begin on. A change of them changes the record.
    ByteBuffer at(int address) {
        byte[] page = pages.get(address / PAGE);
        int begin = address % PAGE;
        return ByteBuffer.wrap(page, begin, page.length - begin).slice();
    }
}
