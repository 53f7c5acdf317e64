package io.numberferry.apply;

import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Standing;
import java.nio.ByteBuffer;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where numbers stand, packed: about 50 bytes a number and what its own texts take, a tenth of what a hash map
/// of objects does. Every look makes a new object. Numbers can be added, not removed. Not safe for use by several
/// threads.
final class Standings<S extends Standing> extends AbstractMap<PhoneNumber, S> {
    private final Packing<S> packing;
    private final Records records = new Records();
    private final AddressTable<Long> byNumber =
            new AddressTable<>(address -> records.at(address).getLong());

    Standings(Packing<S> packing) {
        this.packing = packing;
    }

    @Override
    public @Nullable S put(PhoneNumber number, S standing) {
        S before = get(number);
        ByteBuffer packed = packing.pack(standing);
        ByteBuffer record = ByteBuffer.allocate(Long.BYTES + packed.remaining());
        record.putLong(number.digits()).put(packed);
        byNumber.put(records.add(record.flip()));
        return before;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return address(key).isPresent();
    }

    @Override
    public @Nullable S get(@Nullable Object key) {
        OptionalInt address = address(key);
        return address.isPresent() ? packing.unpack(packed(address.getAsInt())) : null;
    }

    @Override
    public int size() {
        return byNumber.size();
    }

    @Override
    public Set<Map.Entry<PhoneNumber, S>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<PhoneNumber, S>> iterator() {
                return addresses().mapToObj(Standings.this::entry).iterator();
            }

            @Override
            public int size() {
                return byNumber.size();
            }
        };
    }

    /// In no order.
    IntStream addresses() {
        return byNumber.addresses();
    }

    /// A number's standing as it is packed. A change of it changes the standing.
    ByteBuffer packed(int address) {
        return records.at(address).position(Long.BYTES).slice();
    }

    private Map.Entry<PhoneNumber, S> entry(int address) {
        PhoneNumber number = PhoneNumber.ofDigits(records.at(address).getLong());
        return Map.entry(number, packing.unpack(packed(address)));
    }

    private OptionalInt address(@Nullable Object key) {
        return key instanceof PhoneNumber number ? byNumber.find(number.digits()) : OptionalInt.empty();
    }
}
