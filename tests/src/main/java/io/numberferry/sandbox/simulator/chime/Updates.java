package io.numberferry.sandbox.simulator.chime;

import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Members;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.world.CallingName;
import io.numberferry.sandbox.simulator.world.ChimeNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// UpdatePhoneNumber and BatchUpdatePhoneNumber: one detail of a number at a time.
final class Updates {
    /// Service Authorization Reference, "for up to 50 phone numbers"; the model and the API reference are
    /// silent.
    private static final int BATCH_MOST = 50;

    private static final Pattern CALLING_NAME = Pattern.compile("|[a-zA-Z0-9 ]{2,15}");
    private static final Pattern NAME = Pattern.compile("|[a-zA-Z0-9,._-]+(\\s+[a-zA-Z0-9,._-]+)*");
    private static final int NAME_LENGTH = 256;
    private static final Set<String> PRODUCT_TYPES =
            Set.of(ChimeNumber.VOICE_CONNECTOR, ChimeNumber.SIP_MEDIA_APPLICATION);

    private final Account account;

    Updates(Account account) {
        this.account = account;
    }

    Answer one(Request request) {
        String id = request.path("phoneNumberId");
        if (!ChimeErrors.isNumber(id)) {
            throw ChimeErrors.badRequest("Not a phone number id");
        }
        String number = ChimeErrors.e164(id);
        update(number, request.body(), request).ifPresent(error -> {
            throw error.refusal();
        });
        return ChimeJson.wrapped(account, number, request.at());
    }

    Answer batch(Request request) {
        List<Members> changes = request.body()
                .objects("UpdatePhoneNumberRequestItems")
                .filter(list -> !list.isEmpty() && list.size() <= BATCH_MOST)
                .orElseThrow(() -> ChimeErrors.badRequest("1 to " + BATCH_MOST + " items are possible"));
        List<String> ids = changes.stream().map(Updates::id).toList();
        if (new HashSet<>(ids.stream().map(ChimeErrors::e164).toList()).size() < ids.size()) {
            throw ChimeErrors.badRequest("A phone number id is there twice");
        }
        Items items = new Items(account, request);
        for (Members change : changes) {
            items.apply(id(change), number -> update(number, change, request));
        }
        return items.answer();
    }

    private static String id(Members item) {
        return item.text("PhoneNumberId").orElseThrow(() -> ChimeErrors.badRequest("PhoneNumberId is required"));
    }

    private Optional<ItemError> update(String e164, Members details, Request request) {
        Optional<ChimeNumber> known = account.chime().find(e164, request.at());
        if (known.isEmpty()) {
            return Optional.of(ItemError.notFound("The phone number was not found"));
        }
        Optional<Detail> detail = Detail.in(details);
        if (detail.isEmpty()) {
            return Optional.of(ItemError.badRequest("One detail can be updated at a time"));
        }
        return switch (detail.get()) {
            case Detail.Product product -> ofProduct(known.get(), product.type(), request);
            case Detail.OutboundName name -> called(known.get(), name.text(), request);
            case Detail.Label label -> named(known.get(), label.text(), request);
        };
    }

    private Optional<ItemError> ofProduct(ChimeNumber number, String type, Request request) {
        if (!PRODUCT_TYPES.contains(type)) {
            return Optional.of(ItemError.badRequest("The product type is not known"));
        }
        if (number.productType().equals(type)) {
            return Optional.empty();
        }
        if (!number.country().equals("US") && !type.equals(ChimeNumber.SIP_MEDIA_APPLICATION)) {
            return Optional.of(ItemError.badRequest("Outside the US the product type is SipMediaApplicationDialIn"));
        }
        if (number.association().isPresent()) {
            return Optional.of(ItemError.badRequest("The product type of an assigned number cannot be changed"));
        }
        account.chime().put(number.ofProduct(type, request.at()));
        return Optional.empty();
    }

    private Optional<ItemError> called(ChimeNumber number, String name, Request request) {
        if (number.tollFree()) {
            return Optional.of(ItemError.badRequest("A toll-free number has no calling name"));
        }
        if (!CALLING_NAME.matcher(name).matches()) {
            return Optional.of(ItemError.badRequest("A calling name is 2 to 15 letters, digits and spaces"));
        }
        if (number.callingName().pending()) {
            return Optional.of(ItemError.conflict("An update of the calling name is in progress"));
        }
        boolean fails = account.script()
                .lateFailure(request.api(), number.phoneNumber())
                .isPresent();
        CallingName changing =
                CallingName.changing(name, request.at().plus(account.behaviour().callingNameSettlesAfter()), fails);
        account.chime().put(number.called(changing, request.at()));
        return Optional.empty();
    }

    private Optional<ItemError> named(ChimeNumber number, String name, Request request) {
        if (name.length() > NAME_LENGTH || !NAME.matcher(name).matches()) {
            return Optional.of(ItemError.badRequest("The name has characters that are not possible, or too many"));
        }
        account.chime().put(number.named(name, request.at()));
        return Optional.empty();
    }
}
