package io.numberferry.sandbox.statemachine;

/// Where a workflow goes after a state.
sealed interface Transition {
    record To(String state) implements Transition {}

    record End() implements Transition {}
}
