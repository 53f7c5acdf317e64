package io.numberferry.domain;

import static io.numberferry.domain.Samples.GROUP;
import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LookUpTest {
    private static final ClientToken TOKEN = new ClientToken("aaaaaaaa-0000-4000-8000-00000000000a");
    private static final NumberId ID = NumberId.of("00000000-1111-2222-3333-444444444444");

    @Test
    void aClaimIsListedAtItsTarget() {
        assertThat(told(Samples.claim(OREGON), Optional.empty()))
                .isEqualTo("no answer; to look up: ListPhoneNumbersV2 for the number and its target shows it claimed at"
                        + " 11111111-0000-0000-0000-00000000000a if it was done;"
                        + " client token aaaaaaaa-0000-4000-8000-00000000000a");
    }

    @Test
    void aMoveOfANumberWithAnIdIsDescribedAndItsFlowRead() {
        assertThat(told(Samples.moveWithFlow(OREGON), Optional.of(ID)))
                .isEqualTo(
                        "no answer; to look up: DescribePhoneNumber with 00000000-1111-2222-3333-444444444444 shows it"
                                + " claimed at 11111111-0000-0000-0000-00000000000a if it was done, BatchGetFlowAssociation its"
                                + " flow; client token aaaaaaaa-0000-4000-8000-00000000000a");
    }

    @Test
    void aCallThatTakesNoTokenNamesNone() {
        assertThat(told(Samples.attachFlow(OREGON), Optional.of(ID)))
                .isEqualTo("no answer; to look up: BatchGetFlowAssociation with 00000000-1111-2222-3333-444444444444"
                        + " shows the row's flow if it was done");
        assertThat(told(Samples.associate(NORTH), Optional.empty()))
                .isEqualTo("no answer; to look up: GetPhoneNumber with the number shows it associated with group-north"
                        + " if it was done");
    }

    @ParameterizedTest
    @MethodSource
    void everyOperationHasARead(Operation operation) {
        assertThat(told(operation, Optional.empty()))
                .containsPattern("to look up: (ListPhoneNumbersV2|BatchGetFlowAssociation|GetPhoneNumber)")
                .doesNotContain(number(0).e164());
    }

    static Stream<Operation> everyOperationHasARead() {
        return Stream.of(
                Samples.claim(GROUP),
                Samples.move(GROUP),
                Samples.attachFlow(OREGON),
                Samples.detachFlow(OREGON),
                Samples.describeAs("Front desk"),
                Samples.release(),
                Samples.describe(),
                Samples.associate(NORTH),
                Samples.disassociate(NORTH),
                Samples.allDetails());
    }

    private static String told(Operation operation, Optional<NumberId> number) {
        return LookUp.after("no answer", row(2, operation), Optional.of(TOKEN), number);
    }
}
