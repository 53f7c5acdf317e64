package io.numberferry.apply;

/// The journal has a row of the batch with other values than the plan: sent for it once, under other settings or for
/// another content. To go on would leave it to chance which of the two a row's outcome is about.
public final class OtherValuesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherValuesException(int line) {
        super("Line " + line + " was begun with other values than it has now; nothing was sent for its batch. "
                + "Upload the file again: that is a job of its own.");
    }
}
