package io.numberferry.aws.connect;

import io.numberferry.apply.ConnectNumbers;
import io.numberferry.apply.Page;
import io.numberferry.aws.Answer;
import io.numberferry.aws.ServiceFault;
import io.numberferry.domain.Api;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Target;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.connect.ConnectClient;

/// The calls to Connect, over the SDK.
public final class ConnectCalls implements ConnectNumbers {
    private static final Done DONE = new Done();

    private final ConnectClient connect;

    /// @param connect makes one attempt a call
    public ConnectCalls(ConnectClient connect) {
        this.connect = connect;
    }

    @Override
    public Reply<NumberId> claim(Operation.Claim claim, PhoneNumber number, ClientToken token) {
        return call(Api.CLAIM_PHONE_NUMBER, () -> {
            var answer = connect.claimPhoneNumber(ConnectRequests.claim(claim, number, token));
            return ConnectAnswers.numberId(answer.phoneNumberId(), answer.phoneNumberArn());
        });
    }

    @Override
    public Reply<NumberId> move(NumberId number, Target.OnConnect target, ClientToken token) {
        return call(Api.UPDATE_PHONE_NUMBER, () -> {
            var answer = connect.updatePhoneNumber(ConnectRequests.move(number, target, token));
            return ConnectAnswers.numberId(answer.phoneNumberId(), answer.phoneNumberArn());
        });
    }

    @Override
    public Reply<Done> changeDescription(NumberId number, String description, ClientToken token) {
        return call(Api.UPDATE_PHONE_NUMBER_METADATA, () -> {
            connect.updatePhoneNumberMetadata(request -> request.phoneNumberId(number.forCalls())
                    .phoneNumberDescription(description)
                    .clientToken(token.value()));
            return Reply.ok(DONE);
        });
    }

    /// The API reference allows an ARN for Describe, Metadata and the flow calls; here it asks for the id.
    @Override
    public Reply<Done> release(NumberId number, ClientToken token) {
        return call(Api.RELEASE_PHONE_NUMBER, () -> {
            connect.releasePhoneNumber(
                    request -> request.phoneNumberId(number.id()).clientToken(token.value()));
            return Reply.ok(DONE);
        });
    }

    @Override
    public Reply<Done> attachFlow(NumberId number, String instanceId, String flowId) {
        return call(Api.ASSOCIATE_CONTACT_FLOW, () -> {
            connect.associatePhoneNumberContactFlow(request -> request.phoneNumberId(number.forCalls())
                    .instanceId(instanceId)
                    .contactFlowId(flowId));
            return Reply.ok(DONE);
        });
    }

    @Override
    public Reply<Done> detachFlow(NumberId number, String instanceId) {
        return call(Api.DISASSOCIATE_CONTACT_FLOW, () -> {
            connect.disassociatePhoneNumberContactFlow(
                    request -> request.phoneNumberId(number.forCalls()).instanceId(instanceId));
            return Reply.ok(DONE);
        });
    }

    @Override
    public Reply<Optional<Described>> describe(NumberId number) {
        return Answer.to(
                () -> ConnectAnswers.described(
                        connect.describePhoneNumber(request -> request.phoneNumberId(number.forCalls()))),
                fault -> fault.isMissing() ? Reply.ok(Optional.empty()) : refused(Api.DESCRIBE_PHONE_NUMBER, fault));
    }

    @Override
    public Reply<Page<Held>> list(Query query, Optional<String> next) {
        return call(
                Api.LIST_PHONE_NUMBERS_V2,
                () -> Reply.ok(ConnectAnswers.numbers(connect.listPhoneNumbersV2(ConnectRequests.list(query, next)))));
    }

    @Override
    public Reply<Page<FlowAssociation>> listFlowAssociations(String instanceId, Optional<String> next) {
        return call(
                Api.LIST_FLOW_ASSOCIATIONS,
                () -> Reply.ok(ConnectAnswers.flowAssociations(
                        connect.listFlowAssociations(ConnectRequests.flowAssociations(instanceId, next)))));
    }

    @Override
    public Reply<Page<Flow>> listFlows(String instanceId, Optional<String> next) {
        return call(
                Api.LIST_CONTACT_FLOWS,
                () -> Reply.ok(
                        ConnectAnswers.flows(connect.listContactFlows(ConnectRequests.flows(instanceId, next)))));
    }

    private static <T> Reply<T> call(Api api, Supplier<Reply<T>> call) {
        return Answer.to(call, fault -> refused(api, fault));
    }

    private static <T> Reply<T> refused(Api api, ServiceFault fault) {
        return new Reply.Refused<>(ConnectErrors.classify(api, fault));
    }
}
