package io.numberferry.apply;

import static io.numberferry.domain.Samples.GROUP;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.after;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standingAt;
import static io.numberferry.domain.Samples.tagAs;
import static io.numberferry.domain.Samples.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure.Kind;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The tags of a number, alone and after its description. What is said of any change is in [ChangeRowTest].
class DetailsRowTest {
    private static final PhoneNumber NUMBER = number(0);
    private static final Tags HELD = tags("team", "sales", "shift", "day");

    private final World world = new World();
    private final FakeConnect connect = world.connect;
    private final Script script = connect.wire().script();

    @BeforeEach
    void ownTheNumber() {
        connect.own(NUMBER, OREGON);
        connect.tagged(NUMBER, HELD);
    }

    /// A row as the plan saw its number.
    private static PlannedItem planned(Operation operation, Tags seen) {
        Standing.OnConnect held = new Standing.OnConnect(
                Samples.id(NUMBER), OREGON.arn().orElseThrow(), Optional.empty(), "", Optional.of(seen));
        return row(2, operation).with(held);
    }

    private static Operation.ChangeDetails both(String description, String... tags) {
        return new Operation.ChangeDetails(Optional.empty(), Optional.of(description), Optional.of(tags(tags)));
    }

    private List<Api> sent() {
        return connect.wire().log().stream().map(FakeWire.Arrived::api).toList();
    }

    @Test
    void onlyTheDifferenceIsSent() throws InterruptedException {
        world.work(planned(tagAs("team", "support", "shift", "day"), HELD));

        assertThat(sent()).containsExactly(Api.DESCRIBE_PHONE_NUMBER, Api.TAG_RESOURCE);
        assertThat(connect.tagsOf(NUMBER)).contains(tags("team", "support", "shift", "day"));
        assertThat(world.outcome(2))
                .isEqualTo(Outcome.of(Reason.DONE, "")
                        .withNumber(Optional.of(Samples.id(NUMBER)))
                        .afterAttempts(2)
                        .from("target=" + OREGON.arn().orElseThrow() + " tags=shift=day;team=sales")
                        .leaving("tags=shift=day;team=support"));
    }

    @Test
    void whatIsNotWantedIsRemovedAfterTheRestIsSet() throws InterruptedException {
        world.work(planned(tagAs("team", "support"), HELD));

        assertThat(sent()).containsExactly(Api.DESCRIBE_PHONE_NUMBER, Api.TAG_RESOURCE, Api.UNTAG_RESOURCE);
        assertThat(connect.tagsOf(NUMBER)).contains(tags("team", "support"));
    }

    @Test
    void allTagsAreRemovedByOneCall() throws InterruptedException {
        world.work(planned(tagAs(), HELD));

        assertThat(sent()).containsExactly(Api.DESCRIBE_PHONE_NUMBER, Api.UNTAG_RESOURCE);
        assertThat(connect.tagsOf(NUMBER)).contains(tags());
    }

    @Test
    void whereAllTogetherWouldBeTooManySomeAreRemovedFirst() throws InterruptedException {
        Tags fifty = Tags.of(IntStream.range(0, Tags.MOST).boxed().collect(Collectors.toMap(n -> "key" + n, _ -> "1")));
        connect.tagged(NUMBER, fifty);
        world.work(planned(tagAs("team", "support"), fifty));

        assertThat(sent()).containsExactly(Api.DESCRIBE_PHONE_NUMBER, Api.UNTAG_RESOURCE, Api.TAG_RESOURCE);
        assertThat(connect.tagsOf(NUMBER)).contains(tags("team", "support"));
    }

    @Test
    void tagsThatOthersHaveSetMeanwhileAreUnchanged() throws InterruptedException {
        world.work(planned(tagAs("team", "sales", "shift", "day"), tags()));

        assertThat(sent()).containsExactly(Api.DESCRIBE_PHONE_NUMBER);
        assertThat(world.reason(2)).isEqualTo(Reason.ALREADY_DONE);
    }

    @Test
    void tagsThatOthersHaveAddedMeanwhileAreRemoved() throws InterruptedException {
        connect.tagged(NUMBER, tags("team", "sales", "added", "since"));
        world.work(planned(tagAs("team", "support"), tags("team", "sales")));

        assertThat(connect.tagsOf(NUMBER)).contains(tags("team", "support"));
    }

    @Test
    void theDescriptionComesFirstAndItsLookShowsTheTags() throws InterruptedException {
        world.work(planned(both("Front desk", "team", "support"), HELD));

        assertThat(sent())
                .containsExactly(
                        Api.UPDATE_PHONE_NUMBER_METADATA,
                        Api.DESCRIBE_PHONE_NUMBER,
                        Api.TAG_RESOURCE,
                        Api.UNTAG_RESOURCE);
        assertThat(world.outcome(2).after()).isEqualTo("description=Front desk tags=team=support");
    }

    @Test
    void aDescriptionThatIsSoAlreadyIsNotSent() throws InterruptedException {
        world.work(planned(both("", "team", "support"), HELD));

        assertThat(sent()).doesNotContain(Api.UPDATE_PHONE_NUMBER_METADATA);
        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void tagsThatAreSoAlreadyAreNotSentAfterADescription() throws InterruptedException {
        world.work(planned(both("Front desk", "team", "sales", "shift", "day"), HELD));

        assertThat(sent()).containsExactly(Api.UPDATE_PHONE_NUMBER_METADATA, Api.DESCRIBE_PHONE_NUMBER);
        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
    }

    @Test
    void refusedTagsAfterADescriptionAreDoneInPart() throws InterruptedException {
        script.always(Api.TAG_RESOURCE, Fault.refusal(Kind.ROW, "InvalidParameterException"));
        world.work(planned(both("Front desk", "team", "support"), HELD));

        assertThat(world.reason(2)).isEqualTo(Reason.PARTLY_DONE);
        assertThat(world.outcome(2).message())
                .isEqualTo("not all tags were changed: refused (InvalidParameterException)");
        assertThat(world.outcome(2).after()).isEqualTo("description=Front desk tags=shift=day;team=sales");
    }

    @Test
    void aRefusedRemovalAfterTheRestWasSetIsDoneInPart() throws InterruptedException {
        script.always(Api.UNTAG_RESOURCE, Fault.denied());
        world.work(planned(tagAs("team", "support"), HELD));

        assertThat(world.reason(2)).isEqualTo(Reason.PARTLY_DONE);
        assertThat(world.outcome(2).after()).isEqualTo("tags=shift=day;team=support");
    }

    @Test
    void tagsThatAreRefusedAtOnceHaveChangedNothing() throws InterruptedException {
        script.always(Api.TAG_RESOURCE, Fault.denied());
        world.work(planned(tagAs("team", "support"), HELD));

        assertThat(world.reason(2)).isEqualTo(Reason.ACCESS_DENIED);
        assertThat(world.outcome(2).after()).isEmpty();
    }

    @Test
    void aLostAnswerIsSettledByALook() throws InterruptedException {
        script.always(Api.TAG_RESOURCE, new Fault.AnswerLost());
        world.work(planned(tagAs("team", "support"), HELD));

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(connect.tagsOf(NUMBER)).contains(tags("team", "support"));
    }

    @Test
    void tagsThatMayHaveBeenSentAndCannotBeReadAreUnknown() throws InterruptedException {
        script.always(Api.TAG_RESOURCE, new Fault.AnswerLost());
        script.next(Api.DESCRIBE_PHONE_NUMBER, new Fault.Nothing());
        script.always(Api.DESCRIBE_PHONE_NUMBER, Fault.denied());
        world.work(planned(tagAs("team", "support"), HELD));

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
        assertThat(world.outcome(2).message())
                .contains("to look up: DescribePhoneNumber with "
                        + Samples.id(NUMBER).id() + " shows the tags")
                .doesNotContain("client token");
        assertThat(world.outcome(2).after()).isEmpty();
    }

    @Test
    void ofTagsThatAreUnknownAfterADescriptionOnlyTheDescriptionIsTold() throws InterruptedException {
        script.always(Api.TAG_RESOURCE, new Fault.AnswerLost());
        script.next(Api.DESCRIBE_PHONE_NUMBER, new Fault.Nothing());
        script.always(Api.DESCRIBE_PHONE_NUMBER, Fault.denied());
        world.work(planned(both("Front desk", "team", "support"), HELD));

        assertThat(world.reason(2)).isEqualTo(Reason.NO_ANSWER);
        assertThat(world.outcome(2).after()).isEqualTo("description=Front desk");
    }

    @Test
    void whatTheRowFoundIsToldAndNotWhatTheListHad() throws InterruptedException {
        world.work(planned(tagAs("team", "support"), tags("team", "of old")));

        assertThat(world.outcome(2).before())
                .isEqualTo("target=" + OREGON.arn().orElseThrow() + " tags=shift=day;team=sales");
        assertThat(world.entries()).extracting(Journal.Entry::tagsBefore).containsExactly(Optional.of(HELD));
    }

    @Test
    void aRowOfAnOldListThatWasStoppedBeforeItsTagsIsAsIfItHadNotBegun() throws InterruptedException {
        PlannedItem planned = planned(tagAs("team", "support"), tags("team", "of old"));
        script.always(Api.TAG_RESOURCE, new Fault.RequestLost());
        world.workAndKillAt(Duration.ofSeconds(4), List.of(planned));
        world.settle(List.of(planned));

        assertThat(world.entries()).isEmpty();
    }

    @Test
    void aRowWhoseTagsThePlanDidNotSeeIsDoneInPartWhereItWasStoppedBetweenThem() throws InterruptedException {
        PlannedItem planned = row(2, tagAs("team", "support")).with(new Standing.NotRead());
        script.always(Api.UNTAG_RESOURCE, new Fault.Delayed(Duration.ofMinutes(5)));
        world.workAndKillAt(Duration.ofSeconds(4), List.of(planned));
        world.settle(List.of(planned));

        assertThat(world.reason(2)).isEqualTo(Reason.PARTLY_DONE);
    }

    @Test
    void aRowWhoseTagsThePlanDidNotSeeIsDoneInPartWhereALaterWorkerIsRefused() throws InterruptedException {
        PlannedItem planned = row(2, tagAs("team", "support")).with(new Standing.NotRead());
        script.always(Api.UNTAG_RESOURCE, new Fault.RequestLost());
        world.workAndKillAt(Duration.ofSeconds(4), List.of(planned));
        script.always(Api.UNTAG_RESOURCE, Fault.denied());
        world.work(planned);

        assertThat(world.reason(2)).isEqualTo(Reason.PARTLY_DONE);
    }

    @Test
    void noTagIsChangedThatTheJournalDoesNotKnow() throws InterruptedException {
        BrokenJournal journal = new BrokenJournal(world.journal, "tagsBefore"::equals);
        PlannedItem planned = planned(tagAs("team", "support"), HELD);
        assertThatThrownBy(() -> world.time.run(() -> world.applier(journal)
                        .apply(
                                World.batch(List.of(planned)),
                                "worker",
                                world.time.now().plusSeconds(60))))
                .hasStackTraceContaining("JournalUnavailableException");

        assertThat(connect.tagsOf(NUMBER)).contains(HELD);
    }

    @Test
    void tagsOfANumberThatTheRowBeforeClaimedForAGroupAreChanged() throws InterruptedException {
        world.work(row(3, Samples.claim(GROUP)), after(3, row(4, number(1), tagAs("team", "support"))));

        assertThat(world.reason(4)).isEqualTo(Reason.DONE);
        assertThat(connect.tagsOf(number(1))).contains(tags("team", "support"));
    }

    @Test
    void aRowThatWasStoppedBetweenItsTagsIsDoneInPart() throws InterruptedException {
        PlannedItem planned = planned(tagAs("team", "support"), HELD);
        script.always(Api.UNTAG_RESOURCE, new Fault.Delayed(Duration.ofMinutes(5)));
        world.workAndKillAt(Duration.ofSeconds(4), List.of(planned));
        world.settle(List.of(planned));

        assertThat(connect.tagsOf(NUMBER)).contains(tags("team", "support", "shift", "day"));
        assertThat(world.reason(2)).isEqualTo(Reason.PARTLY_DONE);
        assertThat(world.outcome(2).after()).isEqualTo("tags=shift=day;team=support");
    }

    @Test
    void aRowThatWasStoppedBeforeItsTagsIsAsIfItHadNotBegun() throws InterruptedException {
        PlannedItem planned = planned(tagAs("team", "support"), HELD);
        script.always(Api.TAG_RESOURCE, new Fault.RequestLost());
        world.workAndKillAt(Duration.ofSeconds(4), List.of(planned));
        world.settle(List.of(planned));

        assertThat(world.entries()).isEmpty();
    }

    @Test
    void anotherWorkerGoesOnWhereTagsWereLeft() throws InterruptedException {
        PlannedItem planned = planned(both("Front desk", "team", "support"), HELD);
        script.next(Api.UNTAG_RESOURCE, new Fault.Delayed(Duration.ofMinutes(5)));
        world.workAndKillAt(Duration.ofSeconds(4), List.of(planned));
        assertThat(world.entries()).extracting(Journal.Entry::tagsBefore).containsExactly(Optional.of(HELD));
        world.work(planned);

        assertThat(world.reason(2)).isEqualTo(Reason.DONE);
        assertThat(connect.tagsOf(NUMBER)).contains(tags("team", "support"));
        assertThat(connect.effects())
                .containsExactly("update " + NUMBER.e164(), "tag " + NUMBER.e164(), "untag " + NUMBER.e164());
    }

    @Test
    void aClaimSetsItsTags() throws InterruptedException {
        Operation.Claim claim = new Operation.Claim(OREGON, Optional.empty(), "", Tags.of(Map.of("team", "sales")));
        world.work(row(3, number(1), claim));

        assertThat(connect.tagsOf(number(1))).contains(tags("team", "sales"));
    }

    @Test
    void aNumberWhoseTagsWereNotReadIsLookedAt() throws InterruptedException {
        world.work(standingAt(row(2, tagAs("team", "sales", "shift", "day")), OREGON));

        assertThat(sent()).containsExactly(Api.DESCRIBE_PHONE_NUMBER);
        assertThat(world.reason(2)).isEqualTo(Reason.ALREADY_DONE);
    }
}
