package io.numberferry.sandbox.simulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.Members;
import io.numberferry.sandbox.simulator.wire.Page;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.world.ConnectNumber;
import io.numberferry.sandbox.simulator.world.Place;
import io.numberferry.sandbox.simulator.world.Unlisted;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// ListPhoneNumbersV2 and SearchAvailablePhoneNumbers.
final class NumberLists {
    private static final int LIST_MOST = 1000;
    private static final int LIST_USUAL = 100;
    private static final int SEARCH_MOST = 10;
    /// A prefix holds 11 digits at most, which is a whole number only with calling code 1.
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\+1[0-9]{10}");

    private static final List<String> AREAS = List.of("206", "212", "312", "415", "425", "503", "617");
    private static final List<String> TOLL_FREE_AREAS = List.of("800", "833", "844", "855", "866", "877", "888");
    private static final int FIRST_FICTIONAL = 100;
    private static final int AFTER_LAST_FICTIONAL = 200;

    private final Account account;
    private final Places places;

    NumberLists(Account account, Places places) {
        this.account = account;
        this.places = places;
    }

    Answer list(Request request) {
        Members body = request.body();
        Optional<String> prefix = Parameters.prefix(body);
        prefix.filter(this::ownedByFirstTouch).ifPresent(account.connect()::own);
        Page<ConnectNumber> page = Pages.of(
                account.connect().numbers(request.at()).filter(wanted(body, prefix)),
                ConnectNumber::phoneNumber,
                Pages.size(body.integer("MaxResults"), LIST_USUAL, LIST_MOST),
                body.text("NextToken"));
        return Pages.answer(
                "ListPhoneNumbersSummaryList",
                page,
                number -> NumberJson.summary(number, account.connect().directory()));
    }

    private boolean ownedByFirstTouch(String prefix) {
        return account.behaviour().unlisted().connect() == Unlisted.InConnect.OWNED
                && WHOLE_NUMBER.matcher(prefix).matches()
                && !account.chime().holds(prefix);
    }

    private Predicate<ConnectNumber> wanted(Members body, Optional<String> prefix) {
        Optional<Place> place = places.filter(body);
        Optional<List<String>> countries = body.texts("PhoneNumberCountryCodes");
        Optional<List<String>> types = body.texts("PhoneNumberTypes");
        return number ->
                account.behaviour().claims().listed().contains(number.state().status())
                        && place.map(at -> at.arn().equals(number.targetArn())).orElseGet(() -> atAnInstance(number))
                        && countries
                                .map(list -> list.contains(number.country()))
                                .orElse(true)
                        && types.map(list -> list.contains(number.type())).orElse(true)
                        && prefix.map(number.phoneNumber()::startsWith).orElse(true);
    }

    /// Without a target, the reference promises the numbers of all instances, not those of groups.
    private static boolean atAnInstance(ConnectNumber number) {
        return number.targetArn().contains(":instance/");
    }

    Answer search(Request request) {
        Members body = request.body();
        places.target(body);
        String country = Parameters.required(body, "PhoneNumberCountryCode");
        String type = Parameters.required(body, "PhoneNumberType");
        Optional<String> prefix = Parameters.prefix(body);
        Page<String> page = Pages.of(
                inventory(country, type)
                        .filter(number -> prefix.map(number::startsWith).orElse(true))
                        .filter(this::free),
                number -> number,
                Pages.size(body.integer("MaxResults"), SEARCH_MOST, SEARCH_MOST),
                body.text("NextToken"));
        return Pages.answer("AvailableNumbersList", page, number -> available(number, country, type));
    }

    private static ObjectNode available(String number, String country, String type) {
        return Json.object()
                .put("PhoneNumber", number)
                .put("PhoneNumberCountryCode", country)
                .put("PhoneNumberType", type);
    }

    /// Only fictional numbers of the United States are on offer: 555-0100 to 555-0199 of a few area codes.
    private static Stream<String> inventory(String country, String type) {
        if (!country.equals("US")) {
            return Stream.empty();
        }
        List<String> areas = switch (type) {
            case "DID" -> AREAS;
            case "TOLL_FREE" -> TOLL_FREE_AREAS;
            default -> List.of();
        };
        return areas.stream()
                .flatMap(area -> IntStream.range(FIRST_FICTIONAL, AFTER_LAST_FICTIONAL)
                        .mapToObj(line -> "+1" + area + "5550" + line));
    }

    private boolean free(String number) {
        return !account.connect().holds(number)
                && !account.connect().unavailable(number)
                && !account.chime().holds(number);
    }
}
