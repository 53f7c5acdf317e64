package io.numberferry.sandbox.simulator.wire;

/// The two services behind the one port.
public enum Service {
    CONNECT("connect", ErrorType.THROTTLING),
    CHIME("chime", ErrorType.THROTTLED_CLIENT);

    private final String prefix;
    private final ErrorType throttled;

    Service(String prefix, ErrorType throttled) {
        this.prefix = prefix;
        this.throttled = throttled;
    }

    /// What qualifies the name of an operation: `connect` or `chime`.
    public String prefix() {
        return prefix;
    }

    /// How this service says that calls come too fast.
    public ErrorType throttled() {
        return throttled;
    }
}
