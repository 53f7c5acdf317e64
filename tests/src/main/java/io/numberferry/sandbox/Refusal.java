package io.numberferry.sandbox;

/// The command cannot be carried out. The message is one sentence for the person who typed it.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
