package io.numberferry.sandbox.simulator.world;

/// A word of a closed vocabulary.
interface Named {
    /// The word as world files and the services write it.
    String wireName();
}
