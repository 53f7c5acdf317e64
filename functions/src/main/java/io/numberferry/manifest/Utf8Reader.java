package io.numberferry.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Decodes UTF-8 without ever guessing: a byte that is no text becomes one of the lone surrogates U+DC80 to
/// U+DCFF, which text cannot contain, so that the record it is in can be refused and still be shown. See
/// [Damage].
///
/// Not safe for use by several threads.
final class Utf8Reader extends Reader {
    private static final int BUFFER_BYTES = 16_384;

    private final InputStream bytes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer undecoded = ByteBuffer.allocate(BUFFER_BYTES).flip();
    private final CharBuffer decoded = CharBuffer.allocate(BUFFER_BYTES).flip();
    private boolean ended;

    Utf8Reader(InputStream bytes) {
        super(bytes);
        this.bytes = bytes;
    }

    /// @return the number of characters read, at least 1 when any were asked for; -1 at the end
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
        decoded.clear();
        CoderResult result = decoder.decode(undecoded, decoded, ended);
        if (result.isMalformed()) {
            keep(result.length());
        }
        decoded.flip();
        if (result.isUnderflow() && !ended) {
            fill();
        }
    }

    /// Takes over bytes that are no text, as many as fit; the decoder meets the others again.
    private void keep(int count) {
        for (int i = 0; i < count && decoded.hasRemaining(); i++) {
            decoded.put(Damage.of(undecoded.get()));
        }
    }

    private void fill() throws IOException {
        undecoded.compact();
        int count = bytes.read(undecoded.array(), undecoded.position(), undecoded.remaining());
        ended = count < 0;
        undecoded.position(undecoded.position() + Math.max(count, 0));
        undecoded.flip();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
