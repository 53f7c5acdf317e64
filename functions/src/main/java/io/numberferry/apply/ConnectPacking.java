package io.numberferry.apply;

import io.numberferry.domain.NumberId;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Tags;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/// Packs Connect numbers: targets, flows, tags and what ARNs begin with are kept once each, as they repeat; a number's
/// id takes 16 bytes; descriptions are not shared. Not safe for use by several threads.
final class ConnectPacking implements Packing<Standing.OnConnect> {
    private static final int NONE = 0;
    private static final int UUID_TEXT = 36;
    private static final byte IS_UUID = 1;
    private static final byte IS_TEXT = 0;

    private final Shared<String> texts = new Shared<>();
    private final Shared<Tags> tagSets = new Shared<>();

    @Override
    public ByteBuffer pack(Standing.OnConnect standing) {
        NumberId number = standing.number();
        ByteBuffer packed = ByteBuffer.allocate(4 * Integer.BYTES
                + 1
                + Math.max(2 * Long.BYTES, PackedText.size(number.id()))
                + PackedText.size(standing.description()));
        packed.putInt(standing.flowId().map(texts::numberOf).orElse(NONE));
        packed.putInt(standing.tags().map(tagSets::numberOf).orElse(NONE));
        putId(packed, number.id());
        packed.putInt(texts.numberOf(standing.targetArn()));
        packed.putInt(arn(number));
        PackedText.put(packed, standing.description());
        return packed.flip();
    }

    @Override
    public Standing.OnConnect unpack(ByteBuffer packed) {
        int flow = packed.getInt();
        int tags = packed.getInt();
        String id = id(packed);
        String target = texts.get(packed.getInt());
        NumberId number = new NumberId(id, arn(packed.getInt(), id));
        return new Standing.OnConnect(
                number,
                target,
                flow == NONE ? Optional.empty() : Optional.of(texts.get(flow)),
                PackedText.get(packed),
                tags == NONE ? Optional.empty() : Optional.of(tagSets.get(tags)));
    }

    /// Connect's id of a packed number.
    String idIn(ByteBuffer packed) {
        return id(packed.position(packed.position() + 2 * Integer.BYTES));
    }

    /// Gives a packed number a flow.
    void setFlow(ByteBuffer packed, String flowId) {
        packed.putInt(texts.numberOf(flowId));
    }

    /// Gives a packed number tags.
    void setTags(ByteBuffer packed, Tags tags) {
        packed.putInt(packed.position() + Integer.BYTES, tagSets.numberOf(tags));
    }

    /// An ARN ends with the id, as a rule: then its beginning is enough. Negative for a whole one.
    private int arn(NumberId number) {
        String arn = number.arn();
        return arn.endsWith(number.id())
                ? texts.numberOf(arn.substring(0, arn.length() - number.id().length()))
                : -texts.numberOf(arn);
    }

    private String arn(int packed, String id) {
        return packed > 0 ? texts.get(packed) + id : texts.get(-packed);
    }

    private static void putId(ByteBuffer packed, String id) {
        Optional<UUID> uuid = uuid(id);
        if (uuid.isPresent()) {
            packed.put(IS_UUID)
                    .putLong(uuid.get().getMostSignificantBits())
                    .putLong(uuid.get().getLeastSignificantBits());
        } else {
            packed.put(IS_TEXT);
            PackedText.put(packed, id);
        }
    }

    private static String id(ByteBuffer packed) {
        return packed.get() == IS_UUID
                ? new UUID(packed.getLong(), packed.getLong()).toString()
                : PackedText.get(packed);
    }

    /// Empty for a text that a UUID would not give back as it is.
    private static Optional<UUID> uuid(String text) {
        if (text.length() != UUID_TEXT) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text))
                    .filter(uuid -> uuid.toString().equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
