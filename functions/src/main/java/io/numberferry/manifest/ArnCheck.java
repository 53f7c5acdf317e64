package io.numberferry.manifest;

import io.numberferry.domain.Reason;
import java.util.Optional;

/// Tells whether an ARN belongs where the functions run. Nothing elsewhere can be changed from here.
///
/// @param code the reason for an ARN whose parts contradict each other
record ArnCheck(Home home, Reason code) {

    /// Empty when the ARN is at home.
    Optional<Cell.Refused<Arn>> fault(Arn arn) {
        return partition(arn).or(() -> region(arn)).or(() -> account(arn));
    }

    private Optional<Cell.Refused<Arn>> partition(Arn arn) {
        String expected = partitionOf(arn.region());
        return arn.partition().equals(expected)
                ? Optional.empty()
                : refused(code, "the ARN says %s, but %s is in %s".formatted(arn.partition(), arn.region(), expected));
    }

    private Optional<Cell.Refused<Arn>> region(Arn arn) {
        return arn.region().equals(home.region())
                ? Optional.empty()
                : refused(
                        Reason.WRONG_REGION,
                        "the ARN is of %s, and the job runs in %s".formatted(arn.region(), home.region()));
    }

    private Optional<Cell.Refused<Arn>> account(Arn arn) {
        return home.accountId()
                .filter(account -> !arn.accountId().equals(account))
                .flatMap(account -> refused(
                        Reason.WRONG_ACCOUNT,
                        "the ARN is of account %s, and the job runs in %s".formatted(arn.accountId(), account)));
    }

    private static Optional<Cell.Refused<Arn>> refused(Reason code, String reason) {
        return Optional.of(new Cell.Refused<>(code, reason, code.advice()));
    }

    private static String partitionOf(String region) {
        if (region.startsWith("us-gov-")) {
            return "aws-us-gov";
        }
        return region.startsWith("cn-") ? "aws-cn" : "aws";
    }
}
