package io.numberferry.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// What carrying a plan out costs in US dollars, without the numbers themselves, whose price differs by country.
/// List prices of us-east-1, without free tiers, retries and the plan's own reads: an order of magnitude.
///
/// @param lambda workers that wait at the quotas' pace
/// @param table writes of the journal
public record Cost(BigDecimal lambda, BigDecimal table) {
    /// A gigabyte-second on arm64. The template gives a function 1 GB.
    private static final BigDecimal GIGABYTE_SECOND = new BigDecimal("0.0000133334");
    private static final BigDecimal GIGABYTES = BigDecimal.ONE;

    /// A write of up to a kilobyte, on demand.
    private static final BigDecimal WRITE = new BigDecimal("0.000000625");

    /// A dollar's millionth is enough.
    private static final int DIGITS = 6;

    /// @param workers the time of all lanes, added up
    /// @param rows rows that are sent
    static Cost of(Duration workers, long rows) {
        BigDecimal seconds = BigDecimal.valueOf(workers.toMillis(), 3);
        return new Cost(
                rounded(seconds.multiply(GIGABYTES).multiply(GIGABYTE_SECOND)),
                rounded(BigDecimal.valueOf(rows * Estimate.WRITES_PER_ROW).multiply(WRITE)));
    }

    public BigDecimal total() {
        return lambda.add(table);
    }

    private static BigDecimal rounded(BigDecimal dollars) {
        return dollars.setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
