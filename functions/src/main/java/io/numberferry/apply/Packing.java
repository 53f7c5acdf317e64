package io.numberferry.apply;

import io.numberferry.domain.Standing;
import java.nio.ByteBuffer;

/// Turns what a list said about a number into few bytes, and back.
interface Packing<S extends Standing> {
    /// @return to be read from its position on
    ByteBuffer pack(S standing);

    /// @param packed begins where a standing begins, and may go on after it
    S unpack(ByteBuffer packed);
}
