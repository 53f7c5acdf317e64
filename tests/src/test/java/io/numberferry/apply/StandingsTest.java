package io.numberferry.apply;

import static io.numberferry.domain.Samples.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.ConnectNumbers.FlowAssociation;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private static final String ARN = "arn:aws:connect:us-west-2:111122223333:phone-number/";
    private static final String AT =
            "arn:aws:connect:us-west-2:111122223333:instance/aaaaaaaa-0000-4000-8000-00000000000";

    /// Ids as Connect writes them, and others that it might.
    private static final List<String> IDS = List.of(
            "1b4e28ba-2fa1-4d3b-a3f5-0123456789ab",
            "1B4E28BA-2FA1-4D3B-A3F5-0123456789AB",
            "1-2-3-4-5",
            "no-uuid-but-it-is-as-long-as-one-is-",
            "п");

    /// Plain, with letters of one byte and of two, with a pair of surrogates and half of one.
    private static final List<String> TEXTS =
            List.of("", "Desk 4", "Empfang Köln", "Приёмная", "Desk \uD83D\uDCDE", "half \uD83D", "x".repeat(300_000));

    private final Random random = new Random(5);

    @Test
    void connectNumbersComeBackAsTheyWere() {
        Standings<Standing.OnConnect> packed = new Standings<>(new ConnectPacking());
        Map<PhoneNumber, Standing.OnConnect> plain = new HashMap<>();
        for (String id : IDS) {
            for (String arn : List.of("", ARN + id, ARN + "another", id)) {
                for (String description : TEXTS) {
                    put(number(plain.size()), onConnect(new NumberId(id, arn), description), packed, plain);
                }
            }
        }

        assertThat(packed).isEqualTo(plain);
        assertThat(packed).doesNotContainKey(number(plain.size()));
    }

    @Test
    void chimeNumbersComeBackAsTheyWere() {
        Standings<Standing.OnChime> packed = new Standings<>(new ChimePacking());
        Map<PhoneNumber, Standing.OnChime> plain = new HashMap<>();
        for (String callingName : TEXTS) {
            for (String name : TEXTS) {
                put(number(plain.size()), onChime(callingName, name), packed, plain);
            }
        }

        assertThat(packed).isEqualTo(plain);
    }

    @Test
    void manyNumbersAreFoundAmongEachOtherAndTheLastWordOnEachCounts() {
        Standings<Standing.OnConnect> packed = new Standings<>(new ConnectPacking());
        Map<PhoneNumber, Standing.OnConnect> plain = new HashMap<>();
        for (int n = 0; n < 20_000; n++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            PhoneNumber number = PhoneNumber.ofDigits(1_206_555_000_000L + random.nextInt(10_000));
            put(number, onConnect(new NumberId(id, ARN + id), "Desk " + n), packed, plain);
        }

        assertThat(packed).isEqualTo(plain);
        assertThat(packed.get(PhoneNumber.ofDigits(1_206_555))).isNull();
    }

    @Test
    void numbersThatDifferOnlyByLeadingDigitsAreNotMistakenForEachOther() {
        Standings<Standing.OnChime> packed = new Standings<>(new ChimePacking());
        packed.put(new PhoneNumber("+12065550100"), onChime("", ""));

        assertThat(packed).doesNotContainKey(new PhoneNumber("+112065550100"));
        assertThat(packed).doesNotContainKey(new PhoneNumber("+2065550100"));
    }

    @Test
    void aFlowIsAddedToTheNumberWithTheIdAndToNoOther() throws InterruptedException {
        ConnectPacking packing = new ConnectPacking();
        Standings<Standing.OnConnect> packed = new Standings<>(packing);
        for (int n = 0; n < IDS.size(); n++) {
            packed.put(number(n), new Standing.OnConnect(NumberId.of(IDS.get(n)), AT, Optional.empty(), "Desk"));
        }
        HeldNumbers flows = new HeldNumbers(packed, packing);
        flows.add(new FlowAssociation(ARN + IDS.get(0), "flow-a"));
        flows.add(new FlowAssociation(IDS.get(2), "flow-b"));
        flows.add(new FlowAssociation(ARN + "of-a-number-outside-the-file", "flow-c"));

        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(n -> of(number(n), packed).flowId().orElse("none"))
                .containsExactly("flow-a", "none", "flow-b", "none", "none");
        assertThat(of(number(2), packed).description()).isEqualTo("Desk");
    }

    private static Standing.OnConnect of(PhoneNumber number, Map<PhoneNumber, Standing.OnConnect> standings) {
        return Objects.requireNonNull(standings.get(number));
    }

    private static <S extends Standing> void put(
            PhoneNumber number, S standing, Map<PhoneNumber, S> packed, Map<PhoneNumber, S> plain) {
        assertThat(packed.put(number, standing)).isEqualTo(plain.put(number, standing));
    }

    private Standing.OnConnect onConnect(NumberId id, String description) {
        return new Standing.OnConnect(id, AT + random.nextInt(3), flow(), description);
    }

    private Standing.OnChime onChime(String callingName, String name) {
        return new Standing.OnChime("VoiceConnector", callingName, random.nextBoolean(), name, flow());
    }

    private Optional<String> flow() {
        int flow = random.nextInt(4);
        return flow == 0 ? Optional.empty() : Optional.of("flow-" + flow);
    }
}
