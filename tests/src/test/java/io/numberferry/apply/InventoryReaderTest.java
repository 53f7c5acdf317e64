package io.numberferry.apply;

import static io.numberferry.domain.Samples.FLOW;
import static io.numberferry.domain.Samples.GROUP;
import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.apply.InventoryReader.Question;
import io.numberferry.domain.AllowList;
import io.numberferry.domain.Api;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import io.numberferry.throttle.InMemoryQuotaStore;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InventoryReaderTest {
    private final VirtualTime time = VirtualTime.inOrder();
    private final FakeConnect connect = new FakeConnect(time);
    private final FakeChime chime = new FakeChime(time);
    private final InventoryReader reader = new InventoryReader(
            new Services(connect, chime, 50),
            connect.tagging(),
            new Pace(Quotas.defaults(), new InMemoryQuotaStore(), time, new Random(1))
                    .caller(new Tally(), time.now().plus(Duration.ofHours(1))));

    @Test
    void numbersAreReadWithTheirTargetsAndFlows() throws InterruptedException {
        connect.own(number(0), OREGON, FLOW);
        connect.own(number(1), OHIO);

        assertThat(reader.connect(asking(Set.of(number(0), number(1)), List.of(), Set.of()))
                        .standings())
                .isEqualTo(Map.of(
                        number(0),
                        new Standing.OnConnect(
                                Samples.id(number(0)), OREGON.arn().orElseThrow(), Optional.of(FLOW), ""),
                        number(1),
                        Samples.heldAt(number(1), OHIO)));
    }

    @Test
    void numbersThatNobodyAskedForAreLeftOut() throws InterruptedException {
        connect.own(number(0), OREGON);
        connect.own(number(1), OREGON);

        assertThat(reader.connect(asking(Set.of(number(1), number(2)), List.of(), Set.of()))
                        .standings())
                .containsOnlyKeys(number(1));
    }

    @Test
    void everyPageIsRead() throws InterruptedException {
        connect.pageSize(3);
        for (int n = 0; n < 10; n++) {
            connect.own(number(n), OREGON, FLOW);
        }
        Map<PhoneNumber, Standing.OnConnect> standings =
                reader.connect(asking(Set.of(number(9)), List.of(), Set.of())).standings();

        assertThat(standings.get(number(9)))
                .extracting(Standing.OnConnect::flowId)
                .isEqualTo(Optional.of(FLOW));
        assertThat(connect.wire().log(Api.LIST_PHONE_NUMBERS_V2)).hasSize(4);
        assertThat(connect.wire().log(Api.LIST_FLOW_ASSOCIATIONS)).hasSize(4);
    }

    @Test
    void allNumbersOfAnInstanceAreCountedWhetherTheFileNamesThemOrNot() throws InterruptedException {
        connect.own(number(0), OREGON);
        connect.own(number(1), OREGON);
        connect.own(number(2), OHIO);

        assertThat(reader.connect(asking(Set.of(number(1)), List.of(), Set.of()))
                        .perInstance())
                .isEqualTo(Map.of(OREGON.instanceId(), 2, OHIO.instanceId(), 1));
    }

    @Test
    void theNumbersOfAGroupAreReadWithTheGroup() throws InterruptedException {
        connect.own(number(0), GROUP);

        assertThat(reader.connect(asking(Set.of(number(0)), List.of(), Set.of()))
                        .standings())
                .isEmpty();
        assertThat(reader.connect(asking(Set.of(number(0)), List.of(GROUP), Set.of()))
                        .standings())
                .containsOnlyKeys(number(0));
    }

    @Test
    void flowsAreReadOfTheInstancesThatNumbersAreAtAndOfThoseThatAreNamed() throws InterruptedException {
        connect.own(number(0), OREGON);
        reader.connect(asking(Set.of(number(0)), List.of(), Set.of(OHIO.instanceId())));

        assertThat(connect.wire().log(Api.LIST_FLOW_ASSOCIATIONS)).hasSize(2);
    }

    @Test
    void flowsAreNotReadOfInstancesThatAreNotAllowed() throws InterruptedException {
        connect.own(number(0), OREGON, FLOW);
        connect.own(number(1), OHIO, FLOW);
        InventoryReader limited = new InventoryReader(
                reader.services(), connect.tagging(), reader.caller(), AllowList.of(List.of(OHIO), false));
        Map<PhoneNumber, Standing.OnConnect> standings = limited.connect(
                        asking(Set.of(number(0), number(1)), List.of(), Set.of()))
                .standings();

        assertThat(standings)
                .hasEntrySatisfying(number(0), at -> assertThat(at.flowId()).isEmpty())
                .hasEntrySatisfying(number(1), at -> assertThat(at.flowId()).contains(FLOW));
        assertThat(connect.wire().log(Api.LIST_FLOW_ASSOCIATIONS)).hasSize(1);
    }

    @Test
    void aListThatIsThrottledIsReadAgain() throws InterruptedException {
        connect.own(number(0), OREGON);
        connect.wire().script().next(Api.LIST_PHONE_NUMBERS_V2, Fault.throttled(), new Fault.RequestLost());

        assertThat(reader.connect(asking(Set.of(number(0)), List.of(), Set.of()))
                        .standings())
                .hasSize(1);
    }

    @Test
    void aListThatIsCutOffIsAnErrorAndNotTheEnd() {
        connect.pageSize(1);
        connect.own(number(0), OREGON);
        connect.own(number(1), OREGON);
        connect.wire().script().next(Api.LIST_PHONE_NUMBERS_V2, new Fault.Nothing(), Fault.denied());

        assertThatThrownBy(() -> reader.connect(asking(Set.of(number(0)), List.of(), Set.of()))
                        .standings())
                .isInstanceOf(InventoryException.class)
                .hasMessage("connect:ListPhoneNumbersV2 could not be read to its end:"
                        + " not authorized (AccessDeniedException)");
    }

    @Test
    void chimeNumbersAreReadFromEveryPage() throws InterruptedException {
        chime.pageSize(2);
        for (int n = 0; n < 5; n++) {
            chime.hold(number(n), FakeChime.at(FakeChime.FREE, NORTH));
        }

        assertThat(reader.chime(Set.of(number(4), number(7))))
                .isEqualTo(Map.of(number(4), FakeChime.at(FakeChime.FREE, NORTH)));
        assertThat(chime.wire().log(Api.LIST_CHIME_NUMBERS)).hasSize(3);
    }

    @Test
    void tagsAreReadOnlyWhereTheFileNamesSome() throws InterruptedException {
        connect.own(number(0), OREGON);
        connect.tagged(number(0), Samples.tags("team", "sales"));
        connect.own(number(1), OREGON);
        Question question = asking(Set.of(number(0), number(1)), List.of(), Set.of());

        assertThat(reader.connect(question).standings().values())
                .extracting(Standing.OnConnect::tags)
                .containsOnly(Optional.empty());
        assertThat(connect.wire().log(Api.GET_RESOURCES)).isEmpty();
        Map<PhoneNumber, Standing.OnConnect> standings =
                reader.connect(withTags(question)).standings();
        assertThat(standings)
                .hasEntrySatisfying(number(0), at -> assertThat(at.tags()).contains(Samples.tags("team", "sales")))
                .hasEntrySatisfying(number(1), at -> assertThat(at.tags()).contains(Samples.tags()));
    }

    @Test
    void tagsAreReadFromEveryPage() throws InterruptedException {
        connect.pageSize(2);
        for (int n = 0; n < 5; n++) {
            connect.own(number(n), OREGON, FLOW);
            connect.tagged(number(n), Samples.tags("n", Integer.toString(n)));
        }
        Question question = withTags(asking(Set.of(number(1), number(4)), List.of(), Set.of()));

        assertThat(reader.connect(question).standings())
                .hasEntrySatisfying(
                        number(4),
                        at -> assertThat(at)
                                .isEqualTo(new Standing.OnConnect(
                                        Samples.id(number(4)),
                                        OREGON.arn().orElseThrow(),
                                        Optional.of(FLOW),
                                        "",
                                        Optional.of(Samples.tags("n", "4")))));
        assertThat(connect.wire().log(Api.GET_RESOURCES)).hasSize(3);
    }

    private static Question asking(
            Set<PhoneNumber> numbers, List<Target.TrafficDistributionGroup> groups, Set<String> instanceIds) {
        return new Question(numbers, groups, instanceIds, false);
    }

    private static Question withTags(Question question) {
        return new Question(question.numbers(), question.groups(), question.instanceIds(), true);
    }
}
