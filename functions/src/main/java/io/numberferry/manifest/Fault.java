package io.numberferry.manifest;

import io.numberferry.domain.Reason;
import java.util.Optional;

/// One thing wrong with a row.
///
/// @param column the column at fault; empty when the whole row is
/// @param reason what is wrong, a clause without a full stop
/// @param advice what to do about it, whole sentences
record Fault(Optional<Column> column, Reason code, String reason, String advice) {
    static Fault of(Column column, Reason code, String reason) {
        return new Fault(Optional.of(column), code, reason, code.advice());
    }

    static Fault of(Column column, Reason code, String reason, String advice) {
        return new Fault(Optional.of(column), code, reason, advice);
    }

    static Fault ofRow(Reason code, String reason, String advice) {
        return new Fault(Optional.empty(), code, reason, advice);
    }

    static Fault of(Column column, Cell.Refused<?> refused) {
        return new Fault(Optional.of(column), refused.code(), refused.reason(), refused.advice());
    }
}
