package io.numberferry.sandbox.statemachine;

/// A definition that this runner does not run; the message is one sentence with state, field and what is
/// supported.
public final class InvalidDefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidDefinitionException(String message) {
        super(message);
    }
}
