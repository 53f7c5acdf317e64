package io.numberferry.apply;

import io.numberferry.domain.Standing;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Packs Chime numbers: product types and what numbers are associated with are kept once each, as they repeat;
/// names are not. Not safe for use by several threads.
final class ChimePacking implements Packing<Standing.OnChime> {
    private static final int NONE = 0;

    private final Shared<String> texts = new Shared<>();

    @Override
    public ByteBuffer pack(Standing.OnChime standing) {
        ByteBuffer packed = ByteBuffer.allocate(
                2 * Integer.BYTES + 1 + PackedText.size(standing.callingName()) + PackedText.size(standing.name()));
        packed.putInt(texts.numberOf(standing.productType()));
        packed.putInt(standing.association().map(texts::numberOf).orElse(NONE));
        packed.put((byte) (standing.callingNamePending() ? 1 : 0));
        PackedText.put(packed, standing.callingName());
        PackedText.put(packed, standing.name());
        return packed.flip();
    }

    @Override
    public Standing.OnChime unpack(ByteBuffer packed) {
        String productType = texts.get(packed.getInt());
        int association = packed.getInt();
        boolean pending = packed.get() == 1;
        String callingName = PackedText.get(packed);
        String name = PackedText.get(packed);
        return new Standing.OnChime(
                productType,
                callingName,
                pending,
                name,
                association == NONE ? Optional.empty() : Optional.of(texts.get(association)));
    }
}
