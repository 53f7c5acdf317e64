package io.numberferry.sandbox.simulator.state;

import io.numberferry.sandbox.simulator.world.ClaimState;
import io.numberferry.sandbox.simulator.world.ConnectInventory;
import io.numberferry.sandbox.simulator.world.ConnectNumber;
import io.numberferry.sandbox.simulator.world.Directory;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The numbers that Connect holds for the account.
public final class ConnectState {
    private final ConnectInventory inventory;
    private final NavigableMap<String, ConnectNumber> byNumber = new TreeMap<>();
    private final Map<String, String> numberById = new HashMap<>();
    private final Map<String, Integer> heldAt = new HashMap<>();
    private final Set<String> onceTagged = new HashSet<>();
    private final TreeSet<String> unavailable = new TreeSet<>();
    private final Changes changes;

    ConnectState(ConnectInventory inventory, Changes changes) {
        this.inventory = inventory;
        this.changes = changes;
        inventory.numbers().forEach(this::remember);
        unavailable.addAll(inventory.unavailable());
    }

    public Directory directory() {
        return inventory.directory();
    }

    /// A number by its id or its ARN, as it is at that instant.
    public Optional<ConnectNumber> byId(String idOrArn, Instant now) {
        String prefix = directory().arns().phoneNumber("");
        String id = idOrArn.startsWith(prefix) ? idOrArn.substring(prefix.length()) : idOrArn;
        return Optional.ofNullable(numberById.get(id)).flatMap(number -> byNumber(number, now));
    }

    public Optional<ConnectNumber> byNumber(String phoneNumber, Instant now) {
        return Optional.ofNullable(byNumber.get(phoneNumber)).map(number -> number.at(now));
    }

    /// All numbers as they are at that instant, in the order of their digits.
    public Stream<ConnectNumber> numbers(Instant now) {
        return byNumber.values().stream().map(number -> number.at(now));
    }

    /// The numbers that have tags, or had some since this object was made: a world says only which ones they have.
    public Stream<ConnectNumber> onceTagged(Instant now) {
        return numbers(now).filter(number -> onceTagged.contains(number.phoneNumber()));
    }

    public boolean holds(String phoneNumber) {
        return byNumber.containsKey(phoneNumber);
    }

    /// Whether the number is someone else's, or was released.
    public boolean unavailable(String phoneNumber) {
        return unavailable.contains(phoneNumber);
    }

    /// How many numbers take a place at an instance or group.
    public int heldAt(String targetArn) {
        return heldAt.getOrDefault(targetArn, 0);
    }

    public void put(ConnectNumber number) {
        remember(number);
        changes.put(number);
    }

    /// Makes a number the account's without a claim, at the default source instance.
    ///
    /// Does nothing to a number that the account holds, or that is not available.
    public void own(String phoneNumber) {
        if (!holds(phoneNumber) && !unavailable(phoneNumber)) {
            put(ConnectNumber.of(
                    phoneNumber, directory().arns().instance(inventory.defaultSource()), ClaimState.CLAIMED));
        }
    }

    /// Gives a number back. It stays unavailable: on AWS its cooldown is up to 180 days.
    public void release(String phoneNumber) {
        forget(phoneNumber);
        unavailable.add(phoneNumber);
        changes.unavailable(phoneNumber);
    }

    private void remember(ConnectNumber number) {
        forget(number.phoneNumber());
        byNumber.put(number.phoneNumber(), number);
        numberById.put(number.id(), number.phoneNumber());
        if (!number.tags().isEmpty()) {
            onceTagged.add(number.phoneNumber());
        }
        count(number, 1);
    }

    private void forget(String phoneNumber) {
        Optional.ofNullable(byNumber.remove(phoneNumber)).ifPresent(known -> {
            numberById.remove(known.id());
            count(known, -1);
        });
    }

    private void count(ConnectNumber number, int by) {
        if (number.state().holdsPlace()) {
            heldAt.merge(number.targetArn(), by, Integer::sum);
        }
    }

    ConnectInventory toInventory() {
        return inventory.holding(List.copyOf(byNumber.values()), List.copyOf(unavailable));
    }
}
