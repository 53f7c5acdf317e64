package io.numberferry.apply;

import io.numberferry.apply.ChimeNumbers.NumberError;
import io.numberferry.domain.Failure;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.PlannedItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The entries of `PhoneNumberErrors` of one answer, each with the row that it is about.
///
/// @param byLine rows without an entry were done, unless there is a stray
/// @param stray an entry that belongs to no row
record SortedErrors(Map<Integer, Failure> byLine, Optional<Failure> stray) {

    static SortedErrors of(List<PlannedItem> rows, List<NumberError> errors) {
        Map<PhoneNumber, Integer> lines = new HashMap<>();
        rows.forEach(row -> lines.put(row.number(), row.line()));
        Map<Integer, Failure> byLine = new HashMap<>();
        Optional<Failure> stray = Optional.empty();
        for (NumberError error : errors) {
            Failure failure = NumberErrors.classify(error);
            Optional<Integer> line = number(error.numberId()).map(lines::get);
            if (line.isPresent()) {
                byLine.put(line.get(), failure);
            } else {
                stray = Optional.of(new Failure(
                        Failure.Kind.ROW,
                        failure.code(),
                        "an error came for a number that was not sent: " + failure.message()));
            }
        }
        return new SortedErrors(byLine, stray);
    }

    Optional<Failure> of(PlannedItem row) {
        return Optional.ofNullable(byLine.get(row.line()));
    }

    private static Optional<PhoneNumber> number(String id) {
        try {
            return Optional.of(PhoneNumber.ofChime(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
