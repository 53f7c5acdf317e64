package io.numberferry.function;

/// A manifest has more rows than the job may hold, so none of them is carried out.
public final class TooManyRowsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyRowsException(String file, int mostRows) {
        super(
                "%s has more rows than this job may hold, %d: split the file, or raise most-rows up to the deployment's MOST_ROWS"
                        .formatted(file, mostRows));
    }
}
