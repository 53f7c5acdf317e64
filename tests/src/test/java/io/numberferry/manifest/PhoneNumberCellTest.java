package io.numberferry.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reason;
import io.numberferry.manifest.Table.Case;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhoneNumberCellTest {
    private static final NumberingPlan PLAN = new NumberingPlan();

    static List<Case> spellings() {
        return Table.of("phone-numbers.csv");
    }

    /// `says` holds the notes of a number that was read, and reason and advice of one that was not.
    @ParameterizedTest
    @MethodSource("spellings")
    void everySpellingIsReadOrRefusedWithItsReason(Case spelling) {
        Optional<String> country = Optional.of(spelling.text("country")).filter(text -> !text.isEmpty());
        Cell<PhoneNumber> cell = new PhoneNumberCell(PLAN, country).parse(CellText.trim(spelling.text("cell")));
        switch (cell) {
            case Cell.Read<PhoneNumber>(PhoneNumber number, List<String> notes) -> {
                assertThat(number.e164()).isEqualTo(spelling.text("number"));
                assertThat(String.join("; ", notes)).isEqualTo(spelling.text("says"));
            }
            case Cell.Refused<PhoneNumber>(Reason code, String reason, String advice) -> {
                assertThat(code).isEqualTo(Reason.INVALID_PHONE_NUMBER);
                assertThat(spelling.text("number")).isEmpty();
                assertThat(reason + " | " + advice).isEqualTo(spelling.text("says"));
            }
        }
    }
}
