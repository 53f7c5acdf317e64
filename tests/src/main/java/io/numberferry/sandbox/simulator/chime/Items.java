package io.numberferry.sandbox.simulator.chime;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.world.ErrorIds;
import io.numberferry.sandbox.simulator.world.Outcome.Effect;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Does something with each number of a call, and answers with those that were refused.
final class Items {
    private final Account account;
    private final Request request;
    private final ArrayNode errors = Json.array(Stream.empty());

    Items(Account account, Request request) {
        this.account = account;
        this.request = request;
    }

    /// @param id a number in any form
    /// @param action what to do with the E.164 number; it says what was wrong
    void apply(String id, Function<String, Optional<ItemError>> action) {
        String number = ChimeErrors.e164(id);
        Optional<Effect.FailItem> scripted = account.script().itemFailure(request.api(), number);
        if (scripted.isPresent()) {
            Effect.FailItem failure = scripted.get();
            errors.add(new ItemError(failure.errorCode(), failure.message())
                    .toJson(failure.reportedAs().orElseGet(() -> idOf(number))));
        } else if (!ChimeErrors.isNumber(id)) {
            errors.add(ItemError.badRequest("Not an E.164 phone number").toJson(id));
        } else {
            action.apply(number).ifPresent(error -> errors.add(error.toJson(idOf(number))));
        }
    }

    private String idOf(String number) {
        ErrorIds form = account.chime().inventory().errorIds();
        return form.of(number);
    }

    Answer answer() {
        ObjectNode body = Json.object();
        body.set("PhoneNumberErrors", errors);
        return Answer.ok(body);
    }
}
