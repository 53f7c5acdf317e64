package io.numberferry.apply;

import static io.numberferry.domain.Samples.FLOW;
import static io.numberferry.domain.Samples.GROUP;
import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.domain.Api;
import io.numberferry.domain.Holding;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Tags;
import io.numberferry.throttle.InMemoryQuotaStore;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HoldingReaderTest {
    private final VirtualTime time = VirtualTime.inOrder();
    private final FakeConnect connect = new FakeConnect(time);
    private final FakeChime chime = new FakeChime(time);
    private final HoldingReader reader = new HoldingReader(
            new Services(connect, chime, 50),
            connect.tagging(),
            new Pace(Quotas.defaults(), new InMemoryQuotaStore(), time, new Random(1))
                    .caller(new Tally(), time.now().plus(Duration.ofHours(1))));
    private final List<Holding> found = new ArrayList<>();

    @Test
    void everyNumberAtTheTargetsIsFoundWithItsFlowAndTags() throws InterruptedException {
        connect.pageSize(2);
        connect.own(number(0), OREGON, FLOW);
        connect.own(number(1), OREGON);
        connect.own(number(2), OREGON, FLOW);
        connect.tagged(number(2), Samples.tags("team", "sales"));
        reader.connect(List.of(OREGON), found::add);

        String arn = OREGON.arn().orElseThrow();
        assertThat(found)
                .containsExactlyInAnyOrder(
                        new Holding.OnConnect(
                                number(0), arn, "", Tags.none(), List.of(new Holding.Ringing(OREGON, FLOW))),
                        new Holding.OnConnect(number(1), arn, "", Tags.none(), List.of()),
                        new Holding.OnConnect(
                                number(2),
                                arn,
                                "",
                                Samples.tags("team", "sales"),
                                List.of(new Holding.Ringing(OREGON, FLOW))));
    }

    @Test
    void numbersAtOtherInstancesAreLeftOutAndNotAskedAbout() throws InterruptedException {
        connect.own(number(0), OREGON);
        connect.own(number(1), OHIO);
        reader.connect(List.of(OHIO), found::add);

        assertThat(found).extracting(Holding::number).containsExactly(number(1));
        assertThat(connect.wire().log(Api.LIST_FLOW_ASSOCIATIONS)).hasSize(1);
    }

    @Test
    void theNumbersOfAGroupComeAfterThoseOfInstances() throws InterruptedException {
        connect.own(number(0), GROUP);
        connect.own(number(1), OREGON);
        reader.connect(List.of(GROUP, OREGON), found::add);

        assertThat(found).extracting(Holding::number).containsExactly(number(1), number(0));
    }

    @Test
    void nothingIsAskedWhereNothingIsAllowed() throws InterruptedException {
        connect.own(number(0), OREGON);
        reader.connect(List.of(), found::add);

        assertThat(found).isEmpty();
        assertThat(connect.wire().log()).isEmpty();
    }

    @Test
    void chimeNumbersAreReadFromEveryPage() throws InterruptedException {
        chime.pageSize(2);
        for (int n = 0; n < 5; n++) {
            chime.hold(number(n), FakeChime.at(FakeChime.FREE, NORTH));
        }
        reader.chime(found::add);

        assertThat(found).hasSize(5).contains(new Holding.OnChime(number(3), FakeChime.at(FakeChime.FREE, NORTH)));
    }

    @Test
    void aListThatIsCutOffIsAnError() {
        connect.own(number(0), OREGON);
        connect.wire().script().next(Api.LIST_FLOW_ASSOCIATIONS, Fault.denied());

        assertThatThrownBy(() -> reader.connect(List.of(OREGON), found::add))
                .isInstanceOf(InventoryException.class)
                .hasMessageStartingWith("connect:ListFlowAssociations could not be read to its end");
    }
}
