package io.numberferry.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/// Decodes text without ever guessing: a byte that is no text becomes one of the lone surrogates U+DC00 to
/// U+DCFF, which text cannot contain, so that the record it is in can be refused and still be shown. See
/// [Damage].
///
/// Not safe for use by several threads.
final class TextReader extends Reader {
    private static final int BUFFER_BYTES = 16_384;

    private final InputStream bytes;
    private final Encoding encoding;
    private final long mostBytes;
    private final DamagedBytes damaged;
    private final CharsetDecoder decoder;
    private final ByteBuffer undecoded = ByteBuffer.allocate(BUFFER_BYTES).flip();
    private final CharBuffer decoded =
            CharBuffer.allocate(BUFFER_BYTES + Encoding.LONGEST_UNIT).flip();
    /// Where in the file the buffer of undecoded bytes begins.
    private long start;
    private boolean ended;

    /// @param bytes the file behind its byte order mark
    /// @param mostBytes after how many bytes the file is too long, its mark included
    /// @param damaged where the offset of each byte that is no text is added
    TextReader(InputStream bytes, Encoding encoding, long mostBytes, DamagedBytes damaged) {
        super(bytes);
        this.bytes = bytes;
        this.encoding = encoding;
        this.mostBytes = mostBytes;
        this.damaged = damaged;
        this.start = encoding.markLength();
        this.decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// @return the number of characters read, at least 1 when any were asked for; -1 at the end
    /// @throws FileTooLongException when the file goes on after the most bytes it may have
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!decoded.hasRemaining()) {
            if (ended && !undecoded.hasRemaining()) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, decoded.remaining());
        decoded.get(target, offset, count);
        return count;
    }

    private void decode() throws IOException {
        decoded.clear().limit(BUFFER_BYTES);
        CoderResult result = decoder.decode(undecoded, decoded, ended);
        decoded.limit(decoded.capacity());
        if (result.isError()) {
            keep(Math.min(result.length(), encoding.longestDamage()));
        }
        decoded.flip();
        if (result.isUnderflow() && !ended) {
            fill();
        }
    }

    /// Takes over bytes that are no text. There is room for them behind what was decoded.
    private void keep(int count) {
        for (int i = 0; i < count; i++) {
            damaged.add(start + undecoded.position());
            decoded.put(Damage.of(undecoded.get()));
        }
    }

    private void fill() throws IOException {
        start += undecoded.position();
        undecoded.compact();
        int count = bytes.read(undecoded.array(), undecoded.position(), undecoded.remaining());
        ended = count < 0;
        undecoded.position(undecoded.position() + Math.max(count, 0));
        undecoded.flip();
        if (start + undecoded.remaining() > mostBytes) {
            throw new FileTooLongException();
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
