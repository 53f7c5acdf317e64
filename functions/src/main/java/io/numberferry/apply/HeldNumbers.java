package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.FlowAssociation;
import io.numberferry.apply.NumberTags.Tagged;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Tags;
import java.util.OptionalInt;

/// Adds to numbers that were read what other lists say of them: which flow each rings, which tags it has. What is said
/// of other numbers is left out. Not safe for use by several threads.
final class HeldNumbers {
    private final Standings<Standing.OnConnect> held;
    private final ConnectPacking packing;
    private final AddressTable<String> byId;

    /// @param held complete
    /// @param packing what `held` is packed with
    HeldNumbers(Standings<Standing.OnConnect> held, ConnectPacking packing) {
        this.held = held;
        this.packing = packing;
        this.byId = new AddressTable<>(address -> packing.idIn(held.packed(address)));
        held.addresses().forEach(byId::put);
    }

    /// Adds the flows of an instance.
    ///
    /// @throws InventoryException when the list could not be read to its end
    void readFlows(Services services, Caller caller, String instanceId) throws InterruptedException {
        new Lists(caller).flows(services.connect(), instanceId, this::add);
    }

    /// Adds the tags of all. Numbers that the list does not have are without any.
    ///
    /// @throws InventoryException when the list could not be read to its end
    void readTags(NumberTags tags, Caller caller) throws InterruptedException {
        held.addresses().forEach(address -> packing.setTags(held.packed(address), Tags.none()));
        new Lists(caller).tags(tags, this::add);
    }

    void add(FlowAssociation found) {
        address(found.numberArn()).ifPresent(address -> packing.setFlow(held.packed(address), found.flowId()));
    }

    void add(Tagged found) {
        address(found.numberArn()).ifPresent(address -> packing.setTags(held.packed(address), found.tags()));
    }

    private OptionalInt address(String numberArn) {
        return byId.find(NumberId.of(numberArn).id());
    }
}
