package io.numberferry.sandbox.simulator.world;

/// Whether instances, flows, connectors and groups exist that a world does not list.
enum UnlistedTargets implements Named {
    ABSENT("absent"),
    EXIST("exist");

    private final String wireName;

    UnlistedTargets(String wireName) {
        this.wireName = wireName;
    }

    static UnlistedTargets of(boolean open) {
        return open ? EXIST : ABSENT;
    }

    boolean open() {
        return this == EXIST;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
