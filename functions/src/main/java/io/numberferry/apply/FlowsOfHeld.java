package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.FlowAssociation;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Standing;

/// Adds to numbers that were read which flow each rings. Associations of other numbers are left out. Not safe
/// for use by several threads.
final class FlowsOfHeld {
    private final Standings<Standing.OnConnect> held;
    private final ConnectPacking packing;
    private final AddressTable<String> byId;

    /// @param held complete
    /// @param packing what `held` is packed with
    FlowsOfHeld(Standings<Standing.OnConnect> held, ConnectPacking packing) {
        this.held = held;
        this.packing = packing;
        this.byId = new AddressTable<>(address -> packing.idIn(held.packed(address)));
        held.addresses().forEach(byId::put);
    }

    /// Adds those of an instance.
    ///
    /// @throws InventoryException when the list could not be read to its end
    void read(Services services, Caller caller, String instanceId) throws InterruptedException {
        new Lists(caller).flows(services.connect(), instanceId, this::add);
    }

    void add(FlowAssociation found) {
        byId.find(NumberId.of(found.numberArn()).id())
                .ifPresent(address -> packing.setFlow(held.packed(address), found.flowId()));
    }
}
