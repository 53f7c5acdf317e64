package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Status;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever became of the rows of a job, each is in one place: settled, in `retry.csv`, in `failed.csv`, UNKNOWN, or
/// held back.
class PileTest {
    private static final int ROWS = 500;
    private static final List<Reason> REASONS = List.of(Reason.values());
    private static final Set<Reason> HELD_BACK = EnumSet.of(Reason.DRY_RUN, Reason.AWAITS_APPROVAL);
    private static final Set<Status> SETTLED = EnumSet.of(Status.SUCCEEDED, Status.UNCHANGED, Status.DUPLICATE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyRowIsInOnePlace(long seed) throws IOException {
        Random random = new Random(seed);
        Map<Integer, Reason> ended = IntStream.range(2, ROWS + 2)
                .boxed()
                .collect(Collectors.toMap(line -> line, _ -> REASONS.get(random.nextInt(REASONS.size()))));
        Written written = Written.of(
                Jobs.completed(List.of("number", "nth"), ROWS),
                ended.entrySet().stream().map(PileTest::row).toList());
        Set<Integer> retried = lines(written.retry());
        Set<Integer> failed = lines(written.failed());

        assertThat(ended).allSatisfy((line, reason) -> {
            boolean settled = SETTLED.contains(reason.status());
            boolean unknown = reason.status() == Status.UNKNOWN;
            assertThat(List.of(
                            settled,
                            unknown,
                            HELD_BACK.contains(reason),
                            retried.contains(line),
                            failed.contains(line)))
                    .as(reason.name())
                    .containsOnlyOnce(true);
        });
    }

    private static ReportRow row(Map.Entry<Integer, Reason> ended) {
        int line = ended.getKey();
        return ReportRow.of(
                Numbers.planned(line, MixedJob.claiming(), new Standing.Absent(), "+12065550100", "" + line),
                Outcome.of(ended.getValue(), "" + line));
    }

    /// By the cell that says which row it is; a record that could not be read says so in its message.
    private static Set<Integer> lines(String file) throws IOException {
        return Written.records(file).stream()
                .skip(1)
                .map(cells -> Integer.valueOf(cells.get(1).isEmpty() ? cells.get(3) : cells.get(1)))
                .collect(Collectors.toSet());
    }
}
