package io.numberferry.sandbox.simulator.chime;

import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.world.Association;
import io.numberferry.sandbox.simulator.world.Association.Kind;
import io.numberferry.sandbox.simulator.world.ChimeInventory;
import io.numberferry.sandbox.simulator.world.ChimeNumber;
import java.util.List;
import java.util.Optional;

/// Associates numbers with a voice connector or a group, and ends that. Repeating either changes nothing.
final class Associations {
    private final Account account;

    Associations(Account account) {
        this.account = account;
    }

    Answer associate(Request request, Kind kind) {
        String id = target(request, kind);
        boolean force = request.body().flag("ForceAssociate");
        Association wanted = new Association(kind, id, request.at());
        Items items = new Items(account, request);
        numbers(request).forEach(number -> items.apply(number, e164 -> associate(e164, wanted, force)));
        return items.answer();
    }

    private Optional<ItemError> associate(String e164, Association wanted, boolean force) {
        Optional<ChimeNumber> known = account.chime().find(e164, wanted.since());
        if (known.isEmpty()) {
            return Optional.of(ItemError.notFound("The phone number was not found"));
        }
        ChimeNumber number = known.get();
        if (number.association()
                .filter(is -> is.leadsTo(wanted.kind(), wanted.id()))
                .isPresent()) {
            return Optional.empty();
        }
        Optional<ItemError> obstacle = obstacle(number, force);
        if (obstacle.isEmpty()) {
            account.chime().put(number.associated(Optional.of(wanted), wanted.since()));
        }
        return obstacle;
    }

    private static Optional<ItemError> obstacle(ChimeNumber number, boolean force) {
        if (!number.productType().equals(ChimeNumber.VOICE_CONNECTOR)) {
            return Optional.of(ItemError.badRequest("The phone number's product type is not VoiceConnector"));
        }
        return number.association().filter(association -> !force).map(Associations::exists);
    }

    private static ItemError exists(Association association) {
        return association.kind() == Kind.VOICE_CONNECTOR_GROUP
                ? new ItemError(
                        "VoiceConnectorGroupAssociationsExist",
                        "The phone number is associated with another voice connector group")
                : new ItemError(
                        "PhoneNumberAssociationsExist", "The phone number is associated with another voice connector");
    }

    Answer disassociate(Request request, Kind kind) {
        String id = target(request, kind);
        Items items = new Items(account, request);
        numbers(request).forEach(number -> items.apply(number, e164 -> disassociate(e164, kind, id, request)));
        return items.answer();
    }

    private Optional<ItemError> disassociate(String e164, Kind kind, String id, Request request) {
        Optional<ChimeNumber> number = account.chime().find(e164, request.at());
        Optional<Association> association = number.flatMap(ChimeNumber::association);
        if (number.isEmpty() || association.filter(is -> !is.leadsTo(kind, id)).isPresent()) {
            return Optional.of(ItemError.notFound("The phone number is not associated with this resource"));
        }
        if (association.isPresent()) {
            account.chime().put(number.get().associated(Optional.empty(), request.at()));
        }
        return Optional.empty();
    }

    private String target(Request request, Kind kind) {
        ChimeInventory inventory = account.chime().inventory();
        boolean group = kind == Kind.VOICE_CONNECTOR_GROUP;
        String id = request.path(group ? "voiceConnectorGroupId" : "voiceConnectorId");
        boolean known = group
                ? inventory.group(id).isPresent()
                : inventory.connector(id).isPresent();
        if (!known) {
            throw ChimeErrors.notFound((group ? "Voice connector group " : "Voice connector ") + id);
        }
        return id;
    }

    private List<String> numbers(Request request) {
        int most = account.behaviour().maxListSize();
        return request.body()
                .texts("E164PhoneNumbers")
                .filter(list -> !list.isEmpty() && list.size() <= most)
                .orElseThrow(() -> ChimeErrors.badRequest("E164PhoneNumbers must hold 1 to " + most + " numbers"));
    }
}
