package io.numberferry.sandbox.simulator.world;

import java.util.List;

/// `CallingNameStatus` of Chime SDK Voice.
public enum CallingNameStatus implements Named {
    UNASSIGNED("Unassigned"),
    UPDATE_IN_PROGRESS("UpdateInProgress"),
    UPDATE_SUCCEEDED("UpdateSucceeded"),
    UPDATE_FAILED("UpdateFailed");

    static final List<CallingNameStatus> ALL = List.of(values());

    private final String wireName;

    CallingNameStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
