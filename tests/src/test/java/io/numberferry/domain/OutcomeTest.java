package io.numberferry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {
    private static final NumberId NUMBER = new NumberId("1", "");

    @Test
    void anOutcomeHasTheAdviceOfItsReasonUnlessThereIsBetter() {
        Outcome outcome = Outcome.of(Reason.NEEDS_FORCE, "at another group");

        assertThat(outcome.advice()).isEqualTo(Reason.NEEDS_FORCE.advice());
        assertThat(outcome.advising("Ask Bob.").advice()).isEqualTo("Ask Bob.");
    }

    @Test
    void whatIsKnownIsNotForgotten() {
        Outcome known = Outcome.of(Reason.DONE, "").withNumber(Optional.of(NUMBER));

        assertThat(known.withNumber(Optional.empty()).number()).contains(NUMBER);
    }

    @Test
    void onlyWhatSucceededOrWasSoAlreadyIsBuiltUpon() {
        List<Status> good = Arrays.stream(Reason.values())
                .filter(reason -> Outcome.of(reason, "").good())
                .map(Reason::status)
                .distinct()
                .toList();

        assertThat(good).containsExactlyInAnyOrder(Status.SUCCEEDED, Status.UNCHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void whateverWentWrongComesWithAdvice(Reason reason) {
        boolean wentWell = reason.status() == Status.SUCCEEDED || reason.status() == Status.UNCHANGED;

        assertThat(wentWell || !reason.advice().isEmpty()).isTrue();
        assertThat(reason.advice()).doesNotContain("\n");
    }

    @ParameterizedTest
    @EnumSource
    void nothingUnknownOrDoneIsRunAgainBlindly(Reason reason) {
        boolean again = reason.worthRetrying();

        assertThat(again
                        && List.of(Status.UNKNOWN, Status.SUCCEEDED, Status.UNCHANGED, Status.DUPLICATE)
                                .contains(reason.status()))
                .isFalse();
    }

    @Test
    void aFailureIsSaidInOneClause() {
        assertThat(new Failure(Failure.Kind.ROW, "Code", "text").sentence()).isEqualTo("text (Code)");
        assertThat(new Failure(Failure.Kind.ROW, "Code", " ").sentence()).isEqualTo("Code");
    }

    @Test
    void aReplyChangesItsValueAndKeepsItsFailure() {
        Reply<String> refused = Reply.refused(Failure.Kind.ROW, "Code", "text");

        assertThat(Reply.ok("12").map(Integer::valueOf)).isEqualTo(Reply.ok(12));
        assertThat(refused.map(Integer::valueOf)).isEqualTo(Reply.refused(Failure.Kind.ROW, "Code", "text"));
    }

    @Test
    void aQuotaIsMoreThanNothing() {
        assertThatThrownBy(() -> new Quota(0, 5)).hasMessage("a rate must be more than 0 calls per second, not 0.0");
        assertThatThrownBy(() -> new Quota(Double.NaN, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quota(Double.POSITIVE_INFINITY, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quota(2, 0)).hasMessage("a burst must be at least 1 call, not 0");
    }

    @Test
    void aScaledQuotaKeepsABurst() {
        assertThat(new Quota(2, 5).times(0.1)).isEqualTo(new Quota(0.2, 1));
        assertThat(new Quota(2, 5).times(10)).isEqualTo(new Quota(20, 50));
    }

    @Test
    void linesCountFromOne() {
        assertThatThrownBy(() -> new Row(0, List.of())).hasMessage("lines count from 1, not 0");
    }

    @Test
    void callsAreNamedUniquelyOverBothServices() {
        assertThat(Arrays.stream(Api.values()).map(Api::qualifiedName)).doesNotHaveDuplicates();
        assertThat(Api.UPDATE_CHIME_NUMBER.qualifiedName()).isEqualTo("chime:UpdatePhoneNumber");
    }

    @Test
    void countsAddUp() {
        assertThat(new CallCount(3, 1, 2).plus(new CallCount(1, 0, 1))).isEqualTo(new CallCount(4, 1, 3));
    }
}
