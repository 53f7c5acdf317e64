package io.numberferry.sandbox.simulator;

import static io.numberferry.sandbox.simulator.Scene.DAY;
import static io.numberferry.sandbox.simulator.Scene.GROUP_ARN;
import static io.numberferry.sandbox.simulator.Scene.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.ListPhoneNumbersSummary;
import software.amazon.awssdk.services.connect.model.ListPhoneNumbersV2Request;
import software.amazon.awssdk.services.connect.model.PhoneNumberCountryCode;
import software.amazon.awssdk.services.connect.model.PhoneNumberType;

class ConnectListTest {
    private final Scene scene = Scene.with();

    @AfterEach
    void close() {
        scene.close();
    }

    private List<String> listed(Consumer<ListPhoneNumbersV2Request.Builder> request) {
        return scene.connect.listPhoneNumbersV2Paginator(request).stream()
                .flatMap(page -> page.listPhoneNumbersSummaryList().stream())
                .map(ListPhoneNumbersSummary::phoneNumber)
                .toList();
    }

    @Test
    void withoutATargetTheNumbersOfAllInstancesAreListedAndNoneOfGroups() {
        assertThat(listed(request -> {})).containsExactly("+14255550101", "+14255550102");
    }

    @Test
    void targetNarrowsTheList() {
        assertThat(listed(request -> request.instanceId(NIGHT))).containsExactly("+14255550102");
        assertThat(listed(request -> request.targetArn(GROUP_ARN))).containsExactly("+14255550103");
    }

    @Test
    void pagesHoldEveryNumberOnce() {
        List<String> numbers =
                IntStream.range(100, 121).mapToObj(i -> "+12065550" + i).toList();
        numbers.forEach(scene::claim);

        assertThat(listed(request ->
                        request.instanceId(DAY).phoneNumberPrefix("+1206").maxResults(7)))
                .isEqualTo(numbers);
        assertThat(scene.calls("connect:ListPhoneNumbersV2").received()).isEqualTo(3);
    }

    @Test
    void wholeNumberCanBeThePrefix() {
        assertThat(listed(request -> request.phoneNumberPrefix("+14255550102"))).containsExactly("+14255550102");
    }

    @Test
    void prefixLongerThanElevenDigitsIsRefused() {
        assertThatThrownBy(() -> listed(request -> request.phoneNumberPrefix("+442079460000")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("PhoneNumberPrefix must be + and at most 11 digits");
    }

    @Test
    void countriesAndTypesNarrowTheList() {
        scene.claim("+18005550199");

        assertThat(listed(request -> request.phoneNumberTypes(PhoneNumberType.TOLL_FREE)))
                .containsExactly("+18005550199");
        assertThat(listed(request -> request.phoneNumberCountryCodes(PhoneNumberCountryCode.GB)))
                .isEmpty();
    }

    @Test
    void listShowsNeitherStatusNorTags() {
        String page = Http.post(scene, "/phone-number/list", "{\"PhoneNumberPrefix\": \"+14255550101\"}")
                .body();

        assertThat(page).contains("\"PhoneNumberDescription\":\"desk\"").doesNotContain("Status", "Tags");
    }

    @Test
    void numberWhoseClaimFailedIsNotListedUnlessTheWorldSaysSo() {
        String failing = """
                "outcomes": [{"phoneNumber": "+12065550100", "api": "ClaimPhoneNumber", "settlesAs": "FAILED"}]
                """;
        try (Scene usual = Scene.with(failing);
                Scene candid = Scene.with(failing, ", \"claim\": {\"listed\": [\"FAILED\"]}")) {
            usual.claimed("+12065550100");
            candid.claimed("+12065550100");

            assertThat(usual.connect
                            .listPhoneNumbersV2(request -> request.phoneNumberPrefix("+1206"))
                            .listPhoneNumbersSummaryList())
                    .isEmpty();
            assertThat(candid.connect
                            .listPhoneNumbersV2(request -> request.phoneNumberPrefix("+1206"))
                            .listPhoneNumbersSummaryList())
                    .hasSize(1);
        }
    }

    @Test
    void pageSizeAndTokenAreChecked() {
        assertThatThrownBy(() -> listed(request -> request.maxResults(1001)))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> listed(request -> request.nextToken("!")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("NextToken is invalid or expired");
    }

    @Test
    void searchOffersNumbersThatCanBeClaimed() {
        var page = scene.connect.searchAvailablePhoneNumbers(request -> request.instanceId(DAY)
                .phoneNumberCountryCode("US")
                .phoneNumberType("DID")
                .phoneNumberPrefix("+120655501")
                .maxResults(10));
        String offered = page.availableNumbersList().getFirst().phoneNumber();
        scene.claim(offered);

        assertThat(page.availableNumbersList()).hasSize(10);
        assertThat(page.nextToken()).isNotNull();
        assertThat(scene.connect
                        .searchAvailablePhoneNumbers(request -> request.instanceId(DAY)
                                .phoneNumberCountryCode("US")
                                .phoneNumberType("DID")
                                .phoneNumberPrefix(offered))
                        .availableNumbersList())
                .isEmpty();
    }
}
