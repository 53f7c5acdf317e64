package io.numberferry.sandbox.simulator.world;

import java.util.List;

/// `PhoneNumberWorkflowStatus` of Connect.
public enum ClaimStatus implements Named {
    CLAIMED,
    IN_PROGRESS,
    FAILED;

    static final List<ClaimStatus> ALL = List.of(values());

    @Override
    public String wireName() {
        return name();
    }
}
