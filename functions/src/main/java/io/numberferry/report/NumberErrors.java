package io.numberferry.report;

import io.numberferry.domain.Item;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Outcome.ServiceError;
import io.numberferry.domain.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Collects the summary's `PhoneNumberErrors`: FAILED and UNKNOWN rows, in the shape in which the
/// services report them.
final class NumberErrors {
    /// Keeps `summary.json` below about half a megabyte, so that it can be read whole; `report.csv` has
    /// them all.
    static final int MOST = 1_000;

    private final List<NumberError> first = new ArrayList<>();
    private int omitted;

    /// @param id Connect's id where it is known, else the number in E.164 form, which is Chime SDK
    ///     Voice's id
    /// @param code the service's where it gave one, else ours
    record NumberError(String id, String code, String message) {}

    void add(ReportRow row) {
        Status status = row.outcome().status();
        if (status != Status.FAILED && status != Status.UNKNOWN) {
            return;
        }
        if (first.size() < MOST) {
            first.add(error(row));
        } else {
            omitted++;
        }
    }

    /// At most the first 1,000, in input order.
    List<NumberError> first() {
        return first;
    }

    int omitted() {
        return omitted;
    }

    private static NumberError error(ReportRow row) {
        Outcome outcome = row.outcome();
        Optional<ServiceError> service = outcome.service();
        String code = given(service.map(ServiceError::code), outcome.reason().name());
        String message = given(service.map(ServiceError::text), outcome.message());
        return new NumberError(id(row), code, message);
    }

    private static String given(Optional<String> text, String otherwise) {
        return text.filter(Predicate.not(String::isBlank)).orElse(otherwise);
    }

    private static String id(ReportRow row) {
        return row.outcome()
                .number()
                .map(NumberId::id)
                .or(() -> row.item().map(NumberErrors::e164))
                .orElse("");
    }

    private static String e164(Item item) {
        return item.number().e164();
    }
}
