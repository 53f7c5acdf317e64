package io.numberferry.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/// Takes CSV records in one order and writes them in the other. Keeps one block of records in memory;
/// full blocks go to the scratch channel, each already reversed, so that copying them last to first is
/// all that remains.
final class ReversedRecords {
    /// 1,000 records of about 200 bytes: small in memory, and large enough that a million records need
    /// 1,000 writes.
    static final int BLOCK = 1_000;

    private final SeekableByteChannel scratch;
    private final List<List<String>> block = new ArrayList<>(BLOCK);
    private final List<Integer> blockBytes = new ArrayList<>();

    /// @param scratch empty, readable and writable
    ReversedRecords(SeekableByteChannel scratch) {
        this.scratch = scratch;
    }

    void add(List<String> cells) throws IOException {
        block.add(cells);
        if (block.size() == BLOCK) {
            spill();
        }
    }

    /// Writes everything that was added, the last record first. May be called once.
    void writeTo(OutputStream out) throws IOException {
        out.write(reversedBlock());
        long end = scratch.position();
        for (int bytes : blockBytes.reversed()) {
            end -= bytes;
            scratch.position(end);
            out.write(Channels.newInputStream(scratch).readNBytes(bytes));
        }
    }

    private void spill() throws IOException {
        byte[] bytes = reversedBlock();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            scratch.write(rest);
        }
        blockBytes.add(bytes.length);
        block.clear();
    }

    private byte[] reversedBlock() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var csv = CsvFile.open(bytes)) {
            block.reversed().forEach(csv::writeRecord);
        }
        return bytes.toByteArray();
    }
}
