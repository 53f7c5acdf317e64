package io.numberferry.throttle;

/// Unwinds a strand that will never go on.
final class Over extends Error {
    private static final long serialVersionUID = 1L;

    Over() {
        super("time is over", null, false, false);
    }
}
