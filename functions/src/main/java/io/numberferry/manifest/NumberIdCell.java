package io.numberferry.manifest;

import io.numberferry.domain.Reason;
import java.util.Optional;

/// Reads Connect's id of a number: a UUID, or the ARN that ends in it.
record NumberIdCell(Home home) implements CellParser<String> {

    @Override
    public Cell<String> parse(String text) {
        if (Arn.isUuid(text)) {
            return Cell.of(text);
        }
        Optional<Arn> arn = Arn.parse(text).filter(parsed -> parsed.isOf("connect"));
        if (arn.flatMap(parsed -> parsed.idAfter("phone-number/"))
                .filter(Arn::isUuid)
                .isPresent()) {
            return atHome(arn.get());
        }
        if (arn.filter(parsed -> parsed.resource().contains("/phone-number/")).isPresent()) {
            return Cell.refused(
                    Reason.INVALID_NUMBER_ID,
                    "it is an ARN of the old form, with the instance in it, which calls do not take",
                    "Give the id at its end alone, or leave it blank.");
        }
        return Cell.refused(
                Reason.INVALID_NUMBER_ID, CellText.quoted(text) + " is neither a UUID nor the ARN of a number");
    }

    private Cell<String> atHome(Arn arn) {
        return new ArnCheck(home, Reason.INVALID_NUMBER_ID)
                .fault(arn)
                .<Cell<String>>map(Cell.Refused::as)
                .orElseGet(() -> Cell.of(arn.text()));
    }
}
