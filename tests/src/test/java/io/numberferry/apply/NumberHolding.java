package io.numberferry.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.Journal.Holder;
import io.numberferry.apply.Journal.Lease;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.PhoneNumber;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every journal promises about numbers that two jobs want.
public abstract class NumberHolding extends JournalContract {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final PhoneNumber number = new PhoneNumber("+1206555%04d".formatted(100 + NUMBERS.getAndIncrement()));
    private final BatchId first = newBatch();
    private final BatchId second = newBatch();

    private Lease begun(BatchId batch, int line) {
        Lease lease = journal().take(batch, "worker");
        assertThat(journal().intend(lease, intent(line))).isTrue();
        return lease;
    }

    @Test
    void aNumberIsForTheRowThatTookItFirst() {
        Lease one = begun(first, 2);
        Lease other = begun(second, 7);

        assertThat(journal().hold(one, 2, number)).isEmpty();
        assertThat(journal().hold(other, 7, number)).contains(new Holder(first, 2));
    }

    @Test
    void aRowMayTakeItsNumberAgainAndSoMayItsNextWorker() {
        Lease one = begun(first, 2);
        journal().hold(one, 2, number);

        assertThat(journal().hold(one, 2, number)).isEmpty();
        assertThat(journal().hold(begun(first, 2), 2, number)).isEmpty();
    }

    @Test
    void aRowThatIsDoneHasItsNumberNoMore() {
        Lease one = begun(first, 2);
        Lease other = begun(second, 7);
        journal().hold(one, 2, number);
        journal().finish(one, 2, DONE);

        assertThat(journal().hold(other, 7, number)).isEmpty();
        assertThat(journal().hold(begun(first, 3), 3, number)).contains(new Holder(second, 7));
    }

    @Test
    void aRowThatWasWithdrawnHasItsNumberNoMore() {
        Lease one = begun(first, 2);
        Lease other = begun(second, 7);
        journal().hold(one, 2, number);
        journal().withdraw(one, 2);

        assertThat(journal().hold(other, 7, number)).isEmpty();
        assertThat(journal().hold(begun(first, 2), 2, number)).contains(new Holder(second, 7));
    }

    @Test
    void numbersDoNotMix() {
        Lease one = begun(first, 2);
        Lease other = begun(second, 7);
        PhoneNumber another = new PhoneNumber("+1360555%04d".formatted(100 + NUMBERS.getAndIncrement()));

        assertThat(journal().hold(one, 2, number)).isEmpty();
        assertThat(journal().hold(other, 7, another)).isEmpty();
    }
}
