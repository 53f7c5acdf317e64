package io.numberferry.function;

/// Worker after worker ended no row of a batch. It is given up, since there is no sign that another one would.
public final class NoProgressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoProgressException(ApplyRequest batch) {
        super("%d workers in a row ended none of the %d rows that are left of batch %d of %s; it is given up."
                .formatted(batch.idleWorkers(), batch.remaining(), batch.number(), batch.lane()));
    }
}
