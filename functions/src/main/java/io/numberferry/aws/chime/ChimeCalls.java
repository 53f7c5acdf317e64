package io.numberferry.aws.chime;

import io.numberferry.apply.ChimeNumbers;
import io.numberferry.apply.Page;
import io.numberferry.aws.Answer;
import io.numberferry.aws.ServiceFault;
import io.numberferry.domain.Api;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.services.chimesdkvoice.ChimeSdkVoiceClient;

/// The calls to Chime SDK Voice, over the SDK. Numbers go out as `+1…`, whatever form the service answers in.
public final class ChimeCalls implements ChimeNumbers {
    /// The most that ListPhoneNumbers' max-results allows, in the model `chime-sdk-voice` 2022-08-03.
    private static final int PAGE = 100;

    private final ChimeSdkVoiceClient chime;

    /// @param chime makes one attempt a call
    public ChimeCalls(ChimeSdkVoiceClient chime) {
        this.chime = chime;
    }

    @Override
    public Reply<List<NumberError>> associate(Target.OnChime target, List<PhoneNumber> numbers, boolean force) {
        return switch (target) {
            case Target.VoiceConnectorGroup(String id) ->
                call(
                        Api.ASSOCIATE_WITH_GROUP,
                        () -> chime.associatePhoneNumbersWithVoiceConnectorGroup(
                                request -> request.voiceConnectorGroupId(id)
                                        .e164PhoneNumbers(texts(numbers))
                                        .forceAssociate(force)),
                        answer -> ChimeAnswers.numberErrors(answer.hasPhoneNumberErrors(), answer.phoneNumberErrors()));
            case Target.VoiceConnector(String id) ->
                call(
                        Api.ASSOCIATE_WITH_CONNECTOR,
                        () -> chime.associatePhoneNumbersWithVoiceConnector(request -> request.voiceConnectorId(id)
                                .e164PhoneNumbers(texts(numbers))
                                .forceAssociate(force)),
                        answer -> ChimeAnswers.numberErrors(answer.hasPhoneNumberErrors(), answer.phoneNumberErrors()));
        };
    }

    @Override
    public Reply<List<NumberError>> disassociate(Target.OnChime target, List<PhoneNumber> numbers) {
        return switch (target) {
            case Target.VoiceConnectorGroup(String id) ->
                call(
                        Api.DISASSOCIATE_FROM_GROUP,
                        () -> chime.disassociatePhoneNumbersFromVoiceConnectorGroup(
                                request -> request.voiceConnectorGroupId(id).e164PhoneNumbers(texts(numbers))),
                        answer -> ChimeAnswers.numberErrors(answer.hasPhoneNumberErrors(), answer.phoneNumberErrors()));
            case Target.VoiceConnector(String id) ->
                call(
                        Api.DISASSOCIATE_FROM_CONNECTOR,
                        () -> chime.disassociatePhoneNumbersFromVoiceConnector(
                                request -> request.voiceConnectorId(id).e164PhoneNumbers(texts(numbers))),
                        answer -> ChimeAnswers.numberErrors(answer.hasPhoneNumberErrors(), answer.phoneNumberErrors()));
        };
    }

    @Override
    public Reply<List<NumberError>> update(List<Change> changes) {
        return changes.size() == 1 ? updateOne(changes.getFirst()) : updateSeveral(changes);
    }

    @Override
    public Reply<Optional<Standing.OnChime>> get(PhoneNumber number) {
        return Answer.to(
                () -> chime.getPhoneNumber(request -> request.phoneNumberId(number.e164())),
                ChimeAnswers::standing,
                fault -> fault.isMissing() ? Reply.ok(Optional.empty()) : refused(Api.GET_CHIME_NUMBER, fault));
    }

    @Override
    public Reply<Page<Held>> list(Optional<String> next) {
        return call(
                Api.LIST_CHIME_NUMBERS,
                () -> chime.listPhoneNumbers(request -> {
                    request.maxResults(PAGE);
                    next.ifPresent(request::nextToken);
                }),
                answer -> Reply.ok(ChimeAnswers.numbers(answer)));
    }

    @Override
    public Reply<Boolean> exists(Target.OnChime target) {
        return switch (target) {
            case Target.VoiceConnectorGroup(String id) ->
                exists(
                        Api.GET_VOICE_CONNECTOR_GROUP,
                        () -> chime.getVoiceConnectorGroup(request -> request.voiceConnectorGroupId(id)),
                        answer -> answer.voiceConnectorGroup() != null);
            case Target.VoiceConnector(String id) ->
                exists(
                        Api.GET_VOICE_CONNECTOR,
                        () -> chime.getVoiceConnector(request -> request.voiceConnectorId(id)),
                        answer -> answer.voiceConnector() != null);
        };
    }

    private static <A> Reply<Boolean> exists(Api api, Supplier<A> call, Predicate<A> isThere) {
        return Answer.to(
                call,
                answer -> isThere.test(answer) ? Reply.ok(true) : Answer.without("voice connector"),
                fault -> fault.isMissing() ? Reply.ok(false) : refused(api, fault));
    }

    private Reply<List<NumberError>> updateOne(Change change) {
        return call(
                Api.UPDATE_CHIME_NUMBER,
                () -> chime.updatePhoneNumber(ChimeRequests.update(change)),
                answer -> answer.phoneNumber() == null ? Answer.without("number") : Reply.ok(List.of()));
    }

    private Reply<List<NumberError>> updateSeveral(List<Change> changes) {
        return call(
                Api.BATCH_UPDATE_CHIME_NUMBERS,
                () -> chime.batchUpdatePhoneNumber(ChimeRequests.batch(changes)),
                answer -> ChimeAnswers.numberErrors(answer.hasPhoneNumberErrors(), answer.phoneNumberErrors()));
    }

    private static List<String> texts(List<PhoneNumber> numbers) {
        return numbers.stream().map(PhoneNumber::e164).toList();
    }

    private static <A, T> Reply<T> call(Api api, Supplier<A> call, Function<A, Reply<T>> reading) {
        return Answer.to(call, reading, fault -> refused(api, fault));
    }

    private static <T> Reply<T> refused(Api api, ServiceFault fault) {
        return new Reply.Refused<>(ChimeErrors.classify(api, fault));
    }
}
