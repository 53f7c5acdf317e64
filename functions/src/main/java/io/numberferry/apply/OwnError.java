package io.numberferry.apply;

import io.numberferry.domain.Failure;
import io.numberferry.domain.OutOfReachException;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;

/// An error of this code at one row. It ends that row; the others go on.
final class OwnError {
    private static final String CODE = "NumberferryError";

    private OwnError() {}

    /// What was thrown while a call was made: it may have been sent.
    ///
    /// @throws OutOfReachException what was thrown, where no row is to blame
    static Failure failure(RuntimeException thrown) {
        if (thrown instanceof OutOfReachException store) {
            throw store;
        }
        return new Failure(Failure.Kind.TRANSIENT, CODE, words(thrown));
    }

    static boolean is(Failure failure) {
        return failure.code().equals(CODE);
    }

    /// The outcome of a row at which something was thrown.
    ///
    /// @param sent whether anything that changes something may have been sent for it
    /// @throws OutOfReachException what was thrown, where no row is to blame
    static Outcome outcome(RuntimeException thrown, boolean sent) {
        Failure failure = failure(thrown);
        return sent
                ? Outcome.of(Reason.NO_ANSWER, "sent, and then broken off by " + failure.message(), failure)
                : Outcome.of(Reason.INTERNAL_ERROR, "not sent: " + failure.message(), failure);
    }

    /// Without the message of what was thrown, which can hold anything.
    private static String words(RuntimeException thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String at = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
        return "an error in Numberferry itself, " + thrown.getClass().getSimpleName() + at;
    }
}
