/// Runs state machines written in the JSONata mode of the Amazon States Language, without an account.
///
/// Start reading at [StateMachineRunner][io.numberferry.sandbox.statemachine.StateMachineRunner]. What a
/// definition may hold, and what is refused, is decided while it is read, in
/// [StateMachine][io.numberferry.sandbox.statemachine.StateMachine]; why there is a runner at all is in
/// `docs/adr/003-local-state-machine-runner.md`.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.statemachine;
