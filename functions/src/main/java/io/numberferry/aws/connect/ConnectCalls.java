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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
        return call(
                Api.CLAIM_PHONE_NUMBER,
                () -> connect.claimPhoneNumber(ConnectRequests.claim(claim, number, token)),
                answer -> ConnectAnswers.numberId(answer.phoneNumberId(), answer.phoneNumberArn()));
    }

    @Override
    public Reply<NumberId> move(NumberId number, Target.OnConnect target, ClientToken token) {
        return call(
                Api.UPDATE_PHONE_NUMBER,
                () -> connect.updatePhoneNumber(ConnectRequests.move(number, target, token)),
                answer -> ConnectAnswers.numberId(answer.phoneNumberId(), answer.phoneNumberArn()));
    }

    @Override
    public Reply<Done> changeDescription(NumberId number, String description, ClientToken token) {
        return call(
                Api.UPDATE_PHONE_NUMBER_METADATA,
                () -> connect.updatePhoneNumberMetadata(request -> request.phoneNumberId(number.forCalls())
                        .phoneNumberDescription(description)
                        .clientToken(token.value())),
                _ -> Reply.ok(DONE));
    }

    @Override
    public Reply<Done> tag(NumberId number, Map<String, String> tags) {
        return call(
                Api.TAG_RESOURCE,
                () -> connect.tagResource(
                        request -> request.resourceArn(number.forCalls()).tags(tags)),
                _ -> Reply.ok(DONE));
    }

    @Override
    public Reply<Done> untag(NumberId number, Set<String> keys) {
        return call(
                Api.UNTAG_RESOURCE,
                () -> connect.untagResource(
                        request -> request.resourceArn(number.forCalls()).tagKeys(keys)),
                _ -> Reply.ok(DONE));
    }

    /// By the id: the API reference allows an ARN for Describe, Metadata and the flow calls only.
    @Override
    public Reply<Done> release(NumberId number, ClientToken token) {
        return call(
                Api.RELEASE_PHONE_NUMBER,
                () -> connect.releasePhoneNumber(
                        request -> request.phoneNumberId(number.id()).clientToken(token.value())),
                _ -> Reply.ok(DONE));
    }

    @Override
    public Reply<Done> attachFlow(NumberId number, String instanceId, String flowId) {
        return call(
                Api.ASSOCIATE_CONTACT_FLOW,
                () -> connect.associatePhoneNumberContactFlow(request -> request.phoneNumberId(number.forCalls())
                        .instanceId(instanceId)
                        .contactFlowId(flowId)),
                _ -> Reply.ok(DONE));
    }

    @Override
    public Reply<Done> detachFlow(NumberId number, String instanceId) {
        return call(
                Api.DISASSOCIATE_CONTACT_FLOW,
                () -> connect.disassociatePhoneNumberContactFlow(
                        request -> request.phoneNumberId(number.forCalls()).instanceId(instanceId)),
                _ -> Reply.ok(DONE));
    }

    @Override
    public Reply<Optional<Described>> describe(NumberId number) {
        return Answer.to(
                () -> connect.describePhoneNumber(request -> request.phoneNumberId(number.forCalls())),
                ConnectAnswers::described,
                fault -> fault.isMissing() ? Reply.ok(Optional.empty()) : refused(Api.DESCRIBE_PHONE_NUMBER, fault));
    }

    @Override
    public Reply<Page<Held>> list(Query query, Optional<String> next) {
        return call(
                Api.LIST_PHONE_NUMBERS_V2,
                () -> connect.listPhoneNumbersV2(ConnectRequests.list(query, next)),
                answer -> Reply.ok(ConnectAnswers.numbers(answer)));
    }

    @Override
    public Reply<Page<FlowAssociation>> listFlowAssociations(String instanceId, Optional<String> next) {
        return call(
                Api.LIST_FLOW_ASSOCIATIONS,
                () -> connect.listFlowAssociations(ConnectRequests.flowAssociations(instanceId, next)),
                answer -> Reply.ok(ConnectAnswers.flowAssociations(answer)));
    }

    @Override
    public Reply<Optional<String>> flowOf(NumberId number, String instanceId) {
        return call(
                Api.BATCH_GET_FLOW_ASSOCIATION,
                () -> connect.batchGetFlowAssociation(ConnectRequests.flowAssociation(number, instanceId)),
                answer -> Reply.ok(ConnectAnswers.flowOf(answer)));
    }

    @Override
    public Reply<Page<Flow>> listFlows(String instanceId, Optional<String> next) {
        return call(
                Api.LIST_CONTACT_FLOWS,
                () -> connect.listContactFlows(ConnectRequests.flows(instanceId, next)),
                answer -> Reply.ok(ConnectAnswers.flows(answer)));
    }

    @Override
    public Reply<Optional<Place>> find(Target.OnConnect target) {
        return switch (target) {
            case Target.Instance(String id, var _) ->
                find(
                        Api.DESCRIBE_INSTANCE,
                        () -> connect.describeInstance(request -> request.instanceId(id)),
                        ConnectAnswers::instance);
            case Target.TrafficDistributionGroup(String arn) ->
                // By its ARN: in the Region that it is replicated to, its id is not found.
                find(
                        Api.DESCRIBE_TRAFFIC_DISTRIBUTION_GROUP,
                        () -> connect.describeTrafficDistributionGroup(
                                request -> request.trafficDistributionGroupId(arn)),
                        ConnectAnswers::group);
        };
    }

    private static <A> Reply<Optional<Place>> find(
            Api api, Supplier<A> call, Function<A, Reply<Optional<Place>>> reading) {
        return Answer.to(call, reading, fault -> fault.isMissing() ? Reply.ok(Optional.empty()) : refused(api, fault));
    }

    private static <A, T> Reply<T> call(Api api, Supplier<A> call, Function<A, Reply<T>> reading) {
        return Answer.to(call, reading, fault -> refused(api, fault));
    }

    private static <T> Reply<T> refused(Api api, ServiceFault fault) {
        return new Reply.Refused<>(ConnectErrors.classify(api, fault));
    }
}
