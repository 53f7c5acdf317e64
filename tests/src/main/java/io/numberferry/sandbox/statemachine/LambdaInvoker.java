package io.numberferry.sandbox.statemachine;

/// Calls Lambda functions for a state machine. Several threads call at once.
public interface LambdaInvoker {
    /// Calls a function and waits for its answer.
    ///
    /// An error of the function is an answer, not an exception; what is thrown is taken for a fault of the
    /// sandbox.
    ///
    /// @param functionName as the definition gives it: a name, with or without an alias, or an ARN
    /// @param payload JSON text
    /// @throws InterruptedException when the execution was stopped or the state timed out meanwhile; the
    ///         answer of the call is of no use any more
    InvocationResult invoke(String functionName, String payload) throws InterruptedException;
}
