package io.numberferry.sandbox.simulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.ErrorType;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.Refusal;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.world.ClaimState;
import io.numberferry.sandbox.simulator.world.ClaimStatus;
import io.numberferry.sandbox.simulator.world.ConnectNumber;
import io.numberferry.sandbox.simulator.world.Place;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// ClaimPhoneNumber, UpdatePhoneNumber, UpdatePhoneNumberMetadata, ReleasePhoneNumber and
/// DescribePhoneNumber.
final class Numbers {
    private static final String LIMIT = "The limit of phone numbers for this instance was reached";

    private final Account account;
    private final Places places;

    Numbers(Account account, Places places) {
        this.account = account;
        this.places = places;
    }

    Answer claim(Request request) {
        Parameters.checkClientToken(request.body());
        String number = Parameters.phoneNumber(request.body());
        String description = Parameters.description(request.body());
        Map<String, String> tags = Parameters.tags(request.body(), "Tags").orElse(Map.of());
        Place place = places.target(request.body());
        checkAvailable(number, request.at());
        Optional<String> failure = failure(request, number).or(() -> full(place));
        ConnectNumber claimed = ConnectNumber.of(number, place.arn(), settling(failure, request.at()))
                .described(description)
                .tagged(tags);
        account.connect().put(claimed);
        return id(claimed);
    }

    /// A number whose claim failed can be claimed again; any other that somebody holds cannot.
    private void checkAvailable(String number, Instant now) {
        boolean ours = account.connect()
                .byNumber(number, now)
                .filter(known -> known.state().status() != ClaimStatus.FAILED)
                .isPresent();
        if (ours || account.chime().holds(number) || account.connect().unavailable(number)) {
            throw Parameters.invalid("Phone number not available: " + number);
        }
    }

    Answer move(Request request) {
        ConnectNumber number = settled(request);
        Place place = places.target(request.body());
        if (number.targetArn().equals(place.arn())) {
            return id(number);
        }
        Optional<String> failure = failure(request, number.phoneNumber()).or(() -> full(place));
        ConnectNumber target = failure.isPresent() ? number : number.movedTo(place.arn());
        account.connect().put(target.with(settling(failure, request.at())));
        return id(number);
    }

    Answer changeMetadata(Request request) {
        ConnectNumber number = settled(request);
        ConnectNumber changed = number.described(Parameters.description(request.body()));
        Optional<String> failure = failure(request, number.phoneNumber());
        account.connect().put((failure.isPresent() ? number : changed).with(settling(failure, request.at())));
        return Answer.empty();
    }

    Answer release(Request request) {
        account.connect().release(settled(request).phoneNumber());
        return Answer.empty();
    }

    Answer describe(Request request) {
        ConnectNumber number = find(request);
        ObjectNode summary = NumberJson.summary(number, account.connect().directory());
        summary.set("Tags", Json.texts(number.tags()));
        ObjectNode status = Json.object().put("Status", number.state().status().name());
        number.state().message().ifPresent(text -> status.put("Message", text));
        summary.set("PhoneNumberStatus", status);
        ObjectNode body = Json.object();
        body.set("ClaimedPhoneNumberSummary", summary);
        return Answer.ok(body);
    }

    ConnectNumber find(Request request) {
        String id = request.path("PhoneNumberId");
        return account.connect().byId(id, request.at()).orElseThrow(() -> Parameters.notFound("Phone number " + id));
    }

    /// A number on which nothing is under way.
    private ConnectNumber settled(Request request) {
        ConnectNumber number = find(request);
        if (number.state().status() == ClaimStatus.IN_PROGRESS) {
            throw inUse(number);
        }
        return number;
    }

    private static Refusal inUse(ConnectNumber number) {
        return ErrorType.RESOURCE_IN_USE
                .refusal("Another operation on the phone number is in progress")
                .with("ResourceType", "PHONE_NUMBER")
                .with("ResourceId", number.id());
    }

    private Optional<String> failure(Request request, String number) {
        return account.script().lateFailure(request.api(), number);
    }

    private Optional<String> full(Place place) {
        return Optional.of(LIMIT).filter(message -> account.connect().heldAt(place.arn()) >= place.numberQuota());
    }

    private ClaimState settling(Optional<String> failure, Instant now) {
        Instant end = now.plus(account.behaviour().claims().settlesAfter());
        return failure.map(message -> ClaimState.failedAt(end, message)).orElseGet(() -> ClaimState.claimedAt(end));
    }

    private Answer id(ConnectNumber number) {
        String arn = account.connect().directory().arns().phoneNumber(number.id());
        return Answer.ok(Json.object().put("PhoneNumberId", number.id()).put("PhoneNumberArn", arn));
    }
}
