package io.numberferry.sandbox.simulator.state;

import io.numberferry.sandbox.simulator.world.ChimeInventory;
import io.numberferry.sandbox.simulator.world.ChimeNumber;
import io.numberferry.sandbox.simulator.world.Unlisted;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The numbers that Chime SDK Voice holds for the account.
public final class ChimeState {
    private final ChimeInventory inventory;
    private final Unlisted.InChime unlisted;
    private final ConnectState connect;
    private final NavigableMap<String, ChimeNumber> byNumber = new TreeMap<>();
    private final Changes changes;

    ChimeState(ChimeInventory inventory, Unlisted.InChime unlisted, ConnectState connect, Changes changes) {
        this.inventory = inventory;
        this.unlisted = unlisted;
        this.connect = connect;
        this.changes = changes;
        inventory.numbers().forEach(number -> byNumber.put(number.phoneNumber(), number));
    }

    /// The connectors and groups, and the numbers as they were at the start.
    public ChimeInventory inventory() {
        return inventory;
    }

    /// A number as it is at that instant. One that nothing is known of may be the account's, see
    /// [Unlisted.InChime].
    public Optional<ChimeNumber> find(String phoneNumber, Instant now) {
        return Optional.ofNullable(byNumber.get(phoneNumber))
                .or(() -> Optional.of(phoneNumber).filter(this::ownedUnlisted).map(ChimeNumber::of))
                .map(number -> number.at(now));
    }

    private boolean ownedUnlisted(String phoneNumber) {
        return unlisted == Unlisted.InChime.OWNED && !connect.holds(phoneNumber) && !connect.unavailable(phoneNumber);
    }

    /// The numbers that are known, as they are at that instant, in the order of their digits.
    public Stream<ChimeNumber> numbers(Instant now) {
        return byNumber.values().stream().map(number -> number.at(now));
    }

    public boolean holds(String phoneNumber) {
        return byNumber.containsKey(phoneNumber);
    }

    public void put(ChimeNumber number) {
        byNumber.put(number.phoneNumber(), number);
        changes.put(number);
    }

    /// Makes a number the account's, unassigned. Does nothing to one that either service holds, or that is
    /// not available.
    public void own(String phoneNumber) {
        if (!holds(phoneNumber) && !connect.holds(phoneNumber) && !connect.unavailable(phoneNumber)) {
            put(ChimeNumber.of(phoneNumber));
        }
    }

    ChimeInventory toInventory() {
        return inventory.holding(List.copyOf(byNumber.values()));
    }
}
