package io.numberferry.sandbox.simulator.chime;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.ChimeApi;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.world.Association.Kind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Amazon Chime SDK Voice. Not safe for use by several threads.
public final class ChimeOperations {
    private final Associations associations;
    private final Updates updates;
    private final Reads reads;

    public ChimeOperations(Account account) {
        this.associations = new Associations(account);
        this.updates = new Updates(account);
        this.reads = new Reads(account);
    }

    /// @throws io.numberferry.sandbox.simulator.wire.Refusal when the service refuses the call
    public Answer answer(ChimeApi api, Request request) {
        return switch (api) {
            case ASSOCIATE_WITH_GROUP -> associations.associate(request, Kind.VOICE_CONNECTOR_GROUP);
            case ASSOCIATE_WITH_CONNECTOR -> associations.associate(request, Kind.VOICE_CONNECTOR);
            case DISASSOCIATE_FROM_GROUP -> associations.disassociate(request, Kind.VOICE_CONNECTOR_GROUP);
            case DISASSOCIATE_FROM_CONNECTOR -> associations.disassociate(request, Kind.VOICE_CONNECTOR);
            case UPDATE_PHONE_NUMBER -> updates.one(request);
            case BATCH_UPDATE -> updates.batch(request);
            case GET_PHONE_NUMBER -> reads.number(request);
            case LIST_PHONE_NUMBERS -> reads.numbers(request);
            case GET_CONNECTOR -> reads.connector(request);
            case GET_GROUP -> reads.group(request);
            case LIST_CONNECTORS -> reads.connectors(request);
            case LIST_GROUPS -> reads.groups(request);
        };
    }

    /// The E.164 numbers that a request names.
    public Set<String> numbersIn(Request request) {
        Set<String> numbers = new HashSet<>();
        Optional.ofNullable(request.path().get("phoneNumberId"))
                .map(ChimeErrors::e164)
                .ifPresent(numbers::add);
        for (JsonNode number : request.body().node().path("E164PhoneNumbers")) {
            numbers.add(ChimeErrors.e164(number.asText()));
        }
        for (JsonNode item : request.body().node().path("UpdatePhoneNumberRequestItems")) {
            numbers.add(ChimeErrors.e164(item.path("PhoneNumberId").asText()));
        }
        return numbers;
    }
}
