package io.numberferry.apply;

/// A list of the live inventory could not be read whole, so nothing can be planned.
public final class InventoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InventoryException(String message) {
        super(message);
    }
}
