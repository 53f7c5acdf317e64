package io.numberferry.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.Journal.Entry;
import io.numberferry.apply.Journal.Lease;
import io.numberferry.apply.Journal.State;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every journal promises to workers that follow each other, or think they do.
public abstract class JournalFencing extends NumberHolding {
    @Test
    void aDoneRowIsNotIntendedAgain() {
        Lease first = journal().take(batch, "worker 1");
        journal().intend(first, intent(2));
        journal().finish(first, 2, DONE);
        Lease second = journal().take(batch, "worker 2");

        assertThat(journal().intend(first, intent(2))).isFalse();
        assertThat(journal().intend(second, intent(2, 2))).isFalse();
        assertThat(only().state()).isEqualTo(State.DONE);
    }

    @Test
    void nothingFollowsTheOutcome() {
        Lease lease = journal().take(batch, "worker");
        journal().intend(lease, intent(2));
        journal().finish(lease, 2, DONE);

        assertThat(journal().accepted(lease, 2, NUMBER)).isFalse();
        assertThat(journal().finish(lease, 2, Outcome.of(Reason.NO_ANSWER, ""))).isFalse();
        assertThat(only().outcome()).contains(DONE);
    }

    @Test
    void theSameOutcomeAgainCountsAsWritten() {
        Lease lease = journal().take(batch, "worker");
        journal().intend(lease, intent(2));
        journal().finish(lease, 2, DONE);

        assertThat(journal().finish(lease, 2, DONE)).isTrue();
    }

    @Test
    void theSameOutcomeOfALaterWorkerIsNotOurs() {
        Lease first = journal().take(batch, "worker 1");
        Lease second = journal().take(batch, "worker 2");
        journal().intend(first, intent(2));
        journal().intend(second, intent(2));
        journal().finish(second, 2, DONE);

        assertThat(journal().finish(first, 2, DONE)).isFalse();
    }

    @Test
    void aWorkerMayIntendItsRowAgain() {
        Lease lease = journal().take(batch, "worker");
        journal().intend(lease, intent(2));
        journal().accepted(lease, 2, NUMBER);

        assertThat(journal().intend(lease, intent(2))).isTrue();
        assertThat(only().state()).isEqualTo(State.INTENT);
        assertThat(only().number()).contains(NUMBER);
    }

    @Test
    void aZombieIsRefusedOnceItsSuccessorTouchedTheRow() {
        Lease zombie = journal().take(batch, "zombie");
        journal().intend(zombie, intent(2));
        Lease successor = journal().take(batch, "successor");
        journal().intend(successor, intent(2));

        assertThat(journal().intend(zombie, intent(2, 2))).isFalse();
        assertThat(journal().accepted(zombie, 2, NUMBER)).isFalse();
        assertThat(journal().finish(zombie, 2, DONE)).isFalse();
        assertThat(only()).isEqualTo(intent(2));
        assertThat(journal().finish(successor, 2, DONE)).isTrue();
    }

    @Test
    void aRowIsTheZombiesUntilItsSuccessorTouchesIt() {
        Lease zombie = journal().take(batch, "zombie");
        journal().intend(zombie, intent(2));
        journal().take(batch, "successor");

        assertThat(journal().finish(zombie, 2, DONE)).isTrue();
    }

    @Test
    void aSuccessorIntendsBeforeItWritesMore() {
        Lease zombie = journal().take(batch, "zombie");
        journal().intend(zombie, intent(2));
        Lease successor = journal().take(batch, "successor");

        assertThat(journal().accepted(successor, 2, NUMBER)).isFalse();
        assertThat(journal().finish(successor, 2, DONE)).isFalse();
        assertThat(only()).isEqualTo(intent(2));
    }

    @Test
    void aRowThatNobodyIntendedCannotEnd() {
        Lease lease = journal().take(batch, "worker");

        assertThat(journal().accepted(lease, 2, NUMBER)).isFalse();
        assertThat(journal().finish(lease, 2, DONE)).isFalse();
        assertThat(journal().read(batch)).isEmpty();
    }

    @Test
    void aRowTakenOverKeepsItsRequestAndItsNumber() {
        Lease zombie = journal().take(batch, "zombie");
        journal().intend(zombie, intent(2, 3));
        journal().accepted(zombie, 2, NUMBER);
        Lease successor = journal().take(batch, "successor");
        Entry sameGeneration =
                new Entry(2, State.INTENT, intent(9).token(), "other hash", 3, Optional.empty(), Optional.empty());

        assertThat(journal().intend(successor, sameGeneration)).isTrue();
        Entry sent = intent(2, 3);
        assertThat(only())
                .isEqualTo(new Entry(
                        2,
                        State.INTENT,
                        sent.token(),
                        sent.parametersHash(),
                        3,
                        Optional.of(NUMBER),
                        Optional.empty()));
    }

    @Test
    void aNewRequestKeepsHowTheEarlierOneFailed() {
        Lease first = journal().take(batch, "first");
        Entry sent = intent(2, 2);
        journal()
                .intend(
                        first,
                        new Entry(
                                2,
                                State.INTENT,
                                sent.token(),
                                sent.parametersHash(),
                                2,
                                Optional.empty(),
                                Optional.empty(),
                                "held until noon",
                                Optional.empty()));
        journal().accepted(first, 2, NUMBER);
        Lease successor = journal().take(batch, "successor");
        journal().intend(successor, intent(2));

        assertThat(only().earlierFailure()).isEqualTo("held until noon");
    }

    @Test
    void aHigherGenerationIsANewRequest() {
        Lease zombie = journal().take(batch, "zombie");
        journal().intend(zombie, intent(2));
        journal().accepted(zombie, 2, NUMBER);
        Lease successor = journal().take(batch, "successor");

        assertThat(journal().intend(successor, intent(2, 2))).isTrue();
        assertThat(only()).isEqualTo(intent(2, 2));
    }

    @Test
    void aLowerGenerationBringsNoOldTokenBack() {
        Lease lease = journal().take(batch, "worker");
        journal().intend(lease, intent(2, 2));

        assertThat(journal().intend(lease, intent(2, 1))).isTrue();
        assertThat(only()).isEqualTo(intent(2, 2));
    }

    @Test
    void aRowWithAnEntryIsNotSkipped() {
        Lease first = journal().take(batch, "worker 1");
        journal().intend(first, intent(2));
        journal().skip(first, 3, DONE);
        Lease second = journal().take(batch, "worker 2");

        assertThat(journal().skip(first, 2, DONE)).isFalse();
        assertThat(journal().skip(second, 2, DONE)).isFalse();
        assertThat(journal().skip(first, 3, Outcome.of(Reason.NO_ANSWER, ""))).isFalse();
        assertThat(journal().skip(second, 3, DONE)).isFalse();
        assertThat(journal().intend(second, intent(3))).isFalse();
    }
}
