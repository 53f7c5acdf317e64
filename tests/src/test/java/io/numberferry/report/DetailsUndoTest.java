package io.numberferry.report;

import static io.numberferry.report.Numbers.FLOW;
import static io.numberferry.report.Numbers.HERE;
import static io.numberferry.report.Numbers.ID;
import static io.numberferry.report.Numbers.at;
import static io.numberferry.report.Numbers.onChime;
import static io.numberferry.report.Numbers.planned;
import static io.numberferry.report.UndoAssert.assertUndo;

import io.numberferry.domain.Operation;
import io.numberferry.domain.ProductType;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Tags;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The way back for details, of both services.
class DetailsUndoTest {
    private static final Operation DESCRIPTION = Samples.describeAs("new");

    @Test
    void descriptionGoesBack() {
        assertUndo(
                planned(4, DESCRIPTION, at(HERE, FLOW, "=old")),
                "update,phone_number_id=" + ID.id() + ",description==old",
                "Line 4 changed the number's details.");
    }

    @Test
    void emptyDescriptionIsAskedForByTheWordClear() {
        assertUndo(
                planned(4, DESCRIPTION, at(HERE, FLOW, "")),
                "update,phone_number_id=" + ID.id() + ",description=CLEAR",
                "Line 4 changed the number's details.");
    }

    @Test
    void descriptionThatReadsClearIsOnlyExplained() {
        assertUndo(
                planned(4, DESCRIPTION, at(HERE, FLOW, "CLEAR")),
                "describe,phone_number_id=" + ID.id(),
                "Line 4 changed the number's details. This row changes nothing."
                        + " Its former description cannot be asked for: CLEAR.");
    }

    @Test
    void tagsGoBack() {
        assertUndo(
                planned(4, Samples.tagAs("team", "sales"), tagged(Samples.tags("team", "a;b", "shift", "day"))),
                "update,phone_number_id=" + ID.id() + ",tags=shift=day;team=a\\;b",
                "Line 4 changed the number's details.");
    }

    @Test
    void noTagsAreAskedForByTheWordClear() {
        assertUndo(
                planned(4, Samples.tagAs("team", "sales"), tagged(Samples.tags())),
                "update,phone_number_id=" + ID.id() + ",tags=CLEAR",
                "Line 4 changed the number's details.");
    }

    @Test
    void onlyTheDetailsThatWereOthersGoBack() {
        Operation both = new Operation.ChangeDetails(
                Optional.empty(), Optional.of("new"), Optional.of(Samples.tags("team", "sales")));

        assertUndo(
                planned(4, both, tagged(Samples.tags("team", "sales"))),
                "update,phone_number_id=" + ID.id() + ",description=old",
                "Line 4 changed the number's details.");
    }

    @Test
    void tagsThatAManifestCannotAskForAreNamedInTheNote() {
        Operation both = new Operation.ChangeDetails(
                Optional.empty(), Optional.of("new"), Optional.of(Samples.tags("team", "sales")));

        assertUndo(
                planned(4, both, tagged(Samples.tags("team", " sales"))),
                "update,phone_number_id=" + ID.id() + ",description=old",
                "Line 4 changed the number's details. Its former tags cannot be asked for: team= sales.");
    }

    @Test
    void tagsThatWereNotReadAreOnlyExplained() {
        assertUndo(
                planned(4, Samples.tagAs("team", "sales"), at(HERE, FLOW, "old")),
                "describe,phone_number_id=" + ID.id(),
                "Line 4 changed the number's details. This row changes nothing. Its former tags cannot be asked for: they were not read.");
    }

    @Test
    void onlyChangedDetailsGoBack() {
        assertUndo(
                planned(4, update("VoiceConnector", "ACME", "desk"), onChime("VoiceConnector", "", "old", "")),
                "update,calling_name=CLEAR,name=old",
                "Line 4 changed the number's details.");
    }

    @Test
    void retiredProductTypeIsNamedInTheNoteOnly() {
        assertUndo(
                planned(4, update("VoiceConnector", "ACME", "desk"), onChime("BusinessCalling", "Old Co", "desk", "")),
                "update,calling_name=Old Co",
                "Line 4 changed the number's details. Its former product_type cannot be asked for: BusinessCalling.");
    }

    @Test
    void detailsThatCannotComeBackAreOnlyExplained() {
        Operation update =
                new Operation.Update(Optional.of(ProductType.VOICE_CONNECTOR), Optional.empty(), Optional.empty());

        assertUndo(
                planned(4, update, onChime("BusinessCalling", "", "", "")),
                "describe",
                "Line 4 changed the number's details. This row changes nothing."
                        + " Its former product_type cannot be asked for: BusinessCalling.");
    }

    private static Standing.OnConnect tagged(Tags tags) {
        return new Standing.OnConnect(ID, HERE, Optional.of(FLOW), "old", Optional.of(tags));
    }

    private static Operation update(String productType, String callingName, String name) {
        return new Operation.Update(ProductType.named(productType), Optional.of(callingName), Optional.of(name));
    }
}
