package io.numberferry.sandbox.simulator;

/// Whose a number that the world does not mention is to be, before calls name it.
public enum Ownership {
    /// Nobody's: it can be claimed.
    FREE,
    /// The account's, in Connect, at the world's default source instance.
    OWNED_IN_CONNECT,
    /// The account's, in Chime SDK Voice, unassigned.
    OWNED_IN_CHIME
}
