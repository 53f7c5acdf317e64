package io.numberferry.sandbox.statemachine;

/// Is told what happens in executions. Children of a distributed map tell from many threads at once, and a
/// listener that waits makes the execution wait.
public interface ExecutionListener {
    void on(ExecutionEvent event);

    /// A listener that forgets.
    static ExecutionListener none() {
        return _ -> {};
    }
}
