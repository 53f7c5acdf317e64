package io.numberferry.aws.connect;

import io.numberferry.apply.ConnectNumbers.Query;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Target;
import java.util.Optional;
import software.amazon.awssdk.services.connect.model.BatchGetFlowAssociationRequest;
import software.amazon.awssdk.services.connect.model.ClaimPhoneNumberRequest;
import software.amazon.awssdk.services.connect.model.ListContactFlowsRequest;
import software.amazon.awssdk.services.connect.model.ListFlowAssociationResourceType;
import software.amazon.awssdk.services.connect.model.ListFlowAssociationsRequest;
import software.amazon.awssdk.services.connect.model.ListPhoneNumbersV2Request;
import software.amazon.awssdk.services.connect.model.UpdatePhoneNumberRequest;

/// Writes the requests to Connect that need thought. The SDK checks nothing: what is set here goes out as
/// it is.
final class ConnectRequests {
    /// The most that the lists' MaxResults allows, in the model `connect` 2017-08-08.
    private static final int PAGE = 1000;

    /// PhoneNumberPrefix is a plus sign and at most 11 digits, in the same model.
    private static final int LONGEST_PREFIX = 12;

    private ConnectRequests() {}

    /// Empty tags and an empty description are left out: the service wants at least one tag, or none at all.
    static ClaimPhoneNumberRequest claim(Operation.Claim claim, PhoneNumber number, ClientToken token) {
        ClaimPhoneNumberRequest.Builder request =
                ClaimPhoneNumberRequest.builder().phoneNumber(number.e164()).clientToken(token.value());
        if (!claim.description().isEmpty()) {
            request.phoneNumberDescription(claim.description());
        }
        if (!claim.tags().isEmpty()) {
            request.tags(claim.tags().byKey());
        }
        Aim aim = Aim.at(claim.target());
        aim.arn().ifPresent(request::targetArn);
        aim.instanceId().ifPresent(request::instanceId);
        return request.build();
    }

    /// The API reference asks for the number's id here, not for an ARN.
    static UpdatePhoneNumberRequest move(NumberId number, Target.OnConnect target, ClientToken token) {
        UpdatePhoneNumberRequest.Builder request =
                UpdatePhoneNumberRequest.builder().phoneNumberId(number.id()).clientToken(token.value());
        Aim aim = Aim.at(target);
        aim.arn().ifPresent(request::targetArn);
        aim.instanceId().ifPresent(request::instanceId);
        return request.build();
    }

    static ListPhoneNumbersV2Request list(Query query, Optional<String> next) {
        ListPhoneNumbersV2Request.Builder request =
                ListPhoneNumbersV2Request.builder().maxResults(PAGE);
        query.at().map(Aim::at).ifPresent(aim -> {
            aim.arn().ifPresent(request::targetArn);
            aim.instanceId().ifPresent(request::instanceId);
        });
        query.like().map(ConnectRequests::prefix).ifPresent(request::phoneNumberPrefix);
        next.ifPresent(request::nextToken);
        return request.build();
    }

    static ListFlowAssociationsRequest flowAssociations(String instanceId, Optional<String> next) {
        ListFlowAssociationsRequest.Builder request = ListFlowAssociationsRequest.builder()
                .instanceId(instanceId)
                .resourceType(ListFlowAssociationResourceType.VOICE_PHONE_NUMBER)
                .maxResults(PAGE);
        next.ifPresent(request::nextToken);
        return request.build();
    }

    static BatchGetFlowAssociationRequest flowAssociation(NumberId number, String instanceId) {
        return BatchGetFlowAssociationRequest.builder()
                .instanceId(instanceId)
                .resourceIds(number.forCalls())
                .resourceType(ListFlowAssociationResourceType.VOICE_PHONE_NUMBER)
                .build();
    }

    static ListContactFlowsRequest flows(String instanceId, Optional<String> next) {
        ListContactFlowsRequest.Builder request =
                ListContactFlowsRequest.builder().instanceId(instanceId).maxResults(PAGE);
        next.ifPresent(request::nextToken);
        return request.build();
    }

    private static String prefix(PhoneNumber number) {
        String e164 = number.e164();
        return e164.substring(0, Math.min(e164.length(), LONGEST_PREFIX));
    }

    /// How a request names its target: by the ARN where it is known, else by the instance's id, never by
    /// both.
    private record Aim(Optional<String> arn, Optional<String> instanceId) {
        static Aim at(Target.OnConnect target) {
            return switch (target) {
                case Target.Instance instance
                when instance.arn().isEmpty() -> new Aim(Optional.empty(), Optional.of(instance.instanceId()));
                case Target.Instance instance -> new Aim(instance.arn(), Optional.empty());
                case Target.TrafficDistributionGroup group -> new Aim(group.arn(), Optional.empty());
            };
        }
    }
}
