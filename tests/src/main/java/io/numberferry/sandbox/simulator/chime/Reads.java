package io.numberferry.sandbox.simulator.chime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.Page;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.world.Arns;
import io.numberferry.sandbox.simulator.world.ChimeNumber;
import io.numberferry.sandbox.simulator.world.VoiceConnector;
import io.numberferry.sandbox.simulator.world.VoiceConnectorGroup;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The operations that only read.
final class Reads {
    private static final int MOST = 100;

    private final Account account;
    private final Arns arns;

    Reads(Account account) {
        this.account = account;
        this.arns = account.connect().directory().arns();
    }

    Answer number(Request request) {
        String id = request.path("phoneNumberId");
        if (!ChimeErrors.isNumber(id)) {
            throw ChimeErrors.badRequest("Not a phone number id");
        }
        return ChimeJson.wrapped(account, ChimeErrors.e164(id), request.at());
    }

    Answer numbers(Request request) {
        return page(
                request,
                "PhoneNumbers",
                account.chime().numbers(request.at()).filter(wanted(request)),
                ChimeNumber::phoneNumber,
                ChimeJson::of);
    }

    private static Predicate<ChimeNumber> wanted(Request request) {
        Optional<String> status = request.parameter("status");
        Optional<String> product = request.parameter("product-type");
        Optional<String> filter = request.parameter("filter-name");
        String value = request.parameter("filter-value").orElse("");
        return number -> status.map(word -> word.equals(number.association().isPresent() ? "Assigned" : "Unassigned"))
                        .orElse(true)
                && product.map(number.productType()::equals).orElse(true)
                && filter.map(name -> number.association()
                                .filter(to -> to.kind().wireName().equals(name)
                                        && to.id().equals(value))
                                .isPresent())
                        .orElse(true);
    }

    Answer connector(Request request) {
        String id = request.path("voiceConnectorId");
        VoiceConnector connector = account.chime()
                .inventory()
                .connector(id)
                .orElseThrow(() -> ChimeErrors.notFound("Voice connector " + id));
        return ChimeJson.wrapped("VoiceConnector", ChimeJson.of(connector, arns));
    }

    Answer group(Request request) {
        String id = request.path("voiceConnectorGroupId");
        VoiceConnectorGroup group = account.chime()
                .inventory()
                .group(id)
                .orElseThrow(() -> ChimeErrors.notFound("Voice connector group " + id));
        return ChimeJson.wrapped("VoiceConnectorGroup", ChimeJson.of(group, arns));
    }

    Answer connectors(Request request) {
        return page(
                request,
                "VoiceConnectors",
                account.chime().inventory().connectors().stream(),
                VoiceConnector::id,
                connector -> ChimeJson.of(connector, arns));
    }

    Answer groups(Request request) {
        return page(
                request,
                "VoiceConnectorGroups",
                account.chime().inventory().groups().stream(),
                VoiceConnectorGroup::id,
                group -> ChimeJson.of(group, arns));
    }

    private static <T> Answer page(
            Request request, String member, Stream<T> all, Function<T, String> key, Function<T, ObjectNode> json) {
        try {
            int size = request.parameter("max-results").map(Integer::valueOf).orElse(MOST);
            if (size < 1 || size > MOST) {
                throw ChimeErrors.badRequest("max-results must be from 1 to " + MOST);
            }
            Page<T> page = Page.of(all, key, size, request.parameter("next-token"));
            ObjectNode body = Json.object();
            body.set(member, Json.array(page.items().stream().map(json)));
            page.next().ifPresentOrElse(token -> body.put("NextToken", token), () -> body.putNull("NextToken"));
            return Answer.ok(body);
        } catch (IllegalArgumentException unreadable) {
            throw ChimeErrors.badRequest("max-results or next-token cannot be read");
        }
    }
}
