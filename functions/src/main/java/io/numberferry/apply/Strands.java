package io.numberferry.apply;

/// Runs pieces of work side by side. In production each is a virtual thread; a simulation runs them one at a
/// time.
public interface Strands {
    /// Starts the work and returns at once.
    Strand start(Work work);

    /// A piece of work that may wait.
    interface Work {
        void run() throws InterruptedException;
    }

    interface Strand {
        /// Waits until the work has ended. What it threw is thrown again here.
        void join() throws InterruptedException;
    }
}
