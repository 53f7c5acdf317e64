package io.numberferry.apply;

import io.numberferry.domain.ClientToken;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Tags;
import io.numberferry.domain.Target;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The calls to Amazon Connect, one method per API operation and one request per call: no retries, no
/// waiting.
///
/// Nothing is thrown for what a service or a network does; that is a [Reply.Refused], classified. Safe for
/// use by several threads.
public interface ConnectNumbers {

    /// ClaimPhoneNumber. Accepted is not claimed: [#describe] tells.
    ///
    /// @return the id of the number; an answer without one is refused as TRANSIENT
    Reply<NumberId> claim(Operation.Claim claim, PhoneNumber number, ClientToken token);

    /// UpdatePhoneNumber: to another instance or traffic distribution group. Accepted is not moved.
    Reply<NumberId> move(NumberId number, Target.OnConnect target, ClientToken token);

    /// UpdatePhoneNumberMetadata.
    ///
    /// @param description empty text empties it
    Reply<Done> changeDescription(NumberId number, String description, ClientToken token);

    /// TagResource: tags with other keys stay. Repeatable; the API takes no token.
    ///
    /// @param tags by key; at least one
    Reply<Done> tag(NumberId number, Map<String, String> tags);

    /// UntagResource. Repeatable; the API takes no token.
    ///
    /// @param keys at least one
    Reply<Done> untag(NumberId number, Set<String> keys);

    /// ReleasePhoneNumber.
    Reply<Done> release(NumberId number, ClientToken token);

    /// AssociatePhoneNumberContactFlow. Repeatable; the API takes no token.
    Reply<Done> attachFlow(NumberId number, String instanceId, String flowId);

    /// DisassociatePhoneNumberContactFlow. Repeatable; the API takes no token.
    Reply<Done> detachFlow(NumberId number, String instanceId);

    /// DescribePhoneNumber; empty when Connect knows no such number.
    Reply<Optional<Described>> describe(NumberId number);

    /// ListPhoneNumbersV2, one page of up to 1,000.
    ///
    /// @param next the token of the page wanted; empty for the first
    Reply<Page<Held>> list(Query query, Optional<String> next);

    /// ListFlowAssociations for voice numbers of an instance, one page of up to 1,000.
    Reply<Page<FlowAssociation>> listFlowAssociations(String instanceId, Optional<String> next);

    /// BatchGetFlowAssociation for one number.
    ///
    /// @param number with its ARN, which the API wants
    /// @return the id of the flow that it rings at the instance; empty for none
    Reply<Optional<String>> flowOf(NumberId number, String instanceId);

    /// ListContactFlows of an instance, one page of up to 1,000.
    Reply<Page<Flow>> listFlows(String instanceId, Optional<String> next);

    /// DescribeInstance or DescribeTrafficDistributionGroup, by the target's type; empty when Connect knows no
    /// such target.
    Reply<Optional<Place>> find(Target.OnConnect target);

    /// An answer without content.
    record Done() {}

    /// Which numbers to list.
    ///
    /// @param at only those at this target; empty for all instances of the account in the Region
    /// @param like only those that begin as this number does; the service compares at most 11 digits, so the
    ///     page can hold others and the caller must compare in full
    record Query(Optional<Target.OnConnect> at, Optional<PhoneNumber> like) {
        public static Query everything() {
            return new Query(Optional.empty(), Optional.empty());
        }
    }

    /// A number as a list shows it. Lists carry no claim status.
    ///
    /// @param description empty for none
    record Held(PhoneNumber number, NumberId id, String targetArn, String description) {}

    /// A number as DescribePhoneNumber shows it.
    ///
    /// @param message why a claim or move failed; empty otherwise
    record Described(Held held, Tags tags, ClaimStatus status, String message) {}

    enum ClaimStatus {
        CLAIMED,
        IN_PROGRESS,
        FAILED
    }

    /// Which flow a number rings.
    ///
    /// @param numberArn the number's ARN, or its id
    record FlowAssociation(String numberArn, String flowId) {}

    /// A flow of an instance. What the service does not say is empty text.
    ///
    /// @param type for example `CONTACT_FLOW`
    /// @param state `ACTIVE` or `ARCHIVED`
    /// @param status `PUBLISHED`, or `SAVED` for one that never was
    record Flow(String id, String arn, String name, String type, String state, String status) {}

    /// A target as Connect describes it.
    ///
    /// @param status for example `ACTIVE` or `CREATION_IN_PROGRESS`
    record Place(String arn, String status) {}
}
