package io.numberferry.aws.chime;

import io.numberferry.apply.ChimeNumbers.Held;
import io.numberferry.apply.ChimeNumbers.NumberError;
import io.numberferry.apply.Page;
import io.numberferry.aws.Answer;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Standing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.chimesdkvoice.model.GetPhoneNumberResponse;
import software.amazon.awssdk.services.chimesdkvoice.model.ListPhoneNumbersResponse;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberAssociation;
import software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumberError;

/// Reads Chime SDK Voice's answers. Enums are taken as text: `BusinessCalling`, for one, is no longer in
/// the model.
final class ChimeAnswers {
    private ChimeAnswers() {}

    /// @param present whether the answer had the list at all; success is an empty list, an empty answer
    ///     proves nothing
    static Reply<List<NumberError>> numberErrors(boolean present, List<PhoneNumberError> errors) {
        return present
                ? Reply.ok(errors.stream().map(ChimeAnswers::numberError).toList())
                : Answer.without("list of numbers refused");
    }

    static Reply<Optional<Standing.OnChime>> standing(GetPhoneNumberResponse response) {
        return response.phoneNumber() == null
                ? Answer.without("number")
                : Reply.ok(Optional.of(standing(response.phoneNumber())));
    }

    /// A number that is not in E.164 form cannot be in a manifest and is left out.
    static Page<Held> numbers(ListPhoneNumbersResponse response) {
        return new Page<>(
                response.phoneNumbers().stream().flatMap(ChimeAnswers::held).toList(),
                Optional.of(Answer.text(response.nextToken())).filter(token -> !token.isEmpty()));
    }

    private static NumberError numberError(PhoneNumberError error) {
        return new NumberError(
                Answer.text(error.phoneNumberId()),
                Answer.text(error.errorCodeAsString()),
                Answer.text(error.errorMessage()));
    }

    private static Stream<Held> held(software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumber entry) {
        return Stream.of(Answer.text(entry.e164PhoneNumber()), Answer.text(entry.phoneNumberId()))
                .flatMap(text -> number(text).stream())
                .limit(1)
                .map(number -> new Held(number, standing(entry)));
    }

    private static Optional<PhoneNumber> number(String text) {
        try {
            return Optional.of(PhoneNumber.ofChime(text));
        } catch (IllegalArgumentException notE164) {
            return Optional.empty();
        }
    }

    private static Standing.OnChime standing(software.amazon.awssdk.services.chimesdkvoice.model.PhoneNumber entry) {
        return new Standing.OnChime(
                Answer.text(entry.productTypeAsString()),
                Answer.text(entry.callingName()),
                "UpdateInProgress".equals(entry.callingNameStatusAsString()),
                Answer.text(entry.name()),
                association(entry.associations()));
    }

    /// A number has one association at a time; Status is not asked, because samples show it contradicting
    /// this list.
    private static Optional<String> association(@Nullable List<PhoneNumberAssociation> associations) {
        return Stream.ofNullable(associations)
                .flatMap(List::stream)
                .filter(association -> !Answer.text(association.value()).isEmpty())
                .map(association -> words(Answer.text(association.nameAsString()), association.value()))
                .findFirst();
    }

    /// As a manifest names targets; what no manifest can name keeps the service's word, so that it is not
    /// taken for nothing.
    private static String words(String name, String value) {
        return switch (name) {
            case "VoiceConnectorGroupId" -> value;
            case "VoiceConnectorId" -> "vc/" + value;
            case "SipRuleId" -> Standing.OnChime.SIP_RULE + value;
            default -> name + "/" + value;
        };
    }
}
