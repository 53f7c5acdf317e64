package io.numberferry.aws.connect;

import io.numberferry.apply.ConnectNumbers.ClaimStatus;
import io.numberferry.apply.ConnectNumbers.Described;
import io.numberferry.apply.ConnectNumbers.Flow;
import io.numberferry.apply.ConnectNumbers.FlowAssociation;
import io.numberferry.apply.ConnectNumbers.Held;
import io.numberferry.apply.ConnectNumbers.Place;
import io.numberferry.apply.Page;
import io.numberferry.aws.Answer;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Tags;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.connect.model.BatchGetFlowAssociationResponse;
import software.amazon.awssdk.services.connect.model.ClaimedPhoneNumberSummary;
import software.amazon.awssdk.services.connect.model.DescribeInstanceResponse;
import software.amazon.awssdk.services.connect.model.DescribePhoneNumberResponse;
import software.amazon.awssdk.services.connect.model.DescribeTrafficDistributionGroupResponse;
import software.amazon.awssdk.services.connect.model.Instance;
import software.amazon.awssdk.services.connect.model.ListContactFlowsResponse;
import software.amazon.awssdk.services.connect.model.ListFlowAssociationsResponse;
import software.amazon.awssdk.services.connect.model.ListPhoneNumbersSummary;
import software.amazon.awssdk.services.connect.model.ListPhoneNumbersV2Response;
import software.amazon.awssdk.services.connect.model.PhoneNumberStatus;
import software.amazon.awssdk.services.connect.model.TrafficDistributionGroup;

/// Reads Connect's answers.
final class ConnectAnswers {
    private ConnectAnswers() {}

    /// @return refused as TRANSIENT when the answer names no number: an empty 200 reads like that
    static Reply<NumberId> numberId(@Nullable String id, @Nullable String arn) {
        return Answer.text(id).isBlank()
                ? Answer.without("phone number id")
                : Reply.ok(new NumberId(Answer.text(id), Answer.text(arn)));
    }

    static Reply<Optional<Described>> described(DescribePhoneNumberResponse response) {
        ClaimedPhoneNumberSummary found = response.claimedPhoneNumberSummary();
        if (found == null || Answer.text(found.phoneNumberId()).isBlank()) {
            return Answer.without("description of the number");
        }
        if (!PhoneNumber.isE164(Answer.text(found.phoneNumber()))) {
            return Reply.refused(Failure.Kind.ROW, "NotE164", "the id belongs to a number that is not in E.164 form");
        }
        PhoneNumberStatus status = found.phoneNumberStatus();
        String message = status == null ? "" : Answer.text(status.message());
        return Reply.ok(Optional.of(new Described(held(found), Tags.of(found.tags()), claimStatus(status), message)));
    }

    /// A list also holds short codes and the like, which no manifest can name: they are left out.
    static Page<Held> numbers(ListPhoneNumbersV2Response response) {
        return new Page<>(
                response.listPhoneNumbersSummaryList().stream()
                        .filter(entry -> PhoneNumber.isE164(Answer.text(entry.phoneNumber())))
                        .filter(entry -> !Answer.text(entry.phoneNumberId()).isBlank())
                        .map(ConnectAnswers::held)
                        .toList(),
                next(response.nextToken()));
    }

    /// Of an answer about one number.
    static Optional<String> flowOf(BatchGetFlowAssociationResponse response) {
        return response.flowAssociationSummaryList().stream()
                .map(entry -> lastPart(entry.flowId()))
                .findFirst();
    }

    static Page<FlowAssociation> flowAssociations(ListFlowAssociationsResponse response) {
        return new Page<>(
                response.flowAssociationSummaryList().stream()
                        .map(entry -> new FlowAssociation(Answer.text(entry.resourceId()), lastPart(entry.flowId())))
                        .toList(),
                next(response.nextToken()));
    }

    static Page<Flow> flows(ListContactFlowsResponse response) {
        return new Page<>(
                response.contactFlowSummaryList().stream()
                        .map(entry -> new Flow(
                                Answer.text(entry.id()),
                                Answer.text(entry.arn()),
                                Answer.text(entry.name()),
                                Answer.text(entry.contactFlowTypeAsString()),
                                Answer.text(entry.contactFlowStateAsString()),
                                Answer.text(entry.contactFlowStatusAsString())))
                        .toList(),
                next(response.nextToken()));
    }

    static Reply<Optional<Place>> instance(DescribeInstanceResponse response) {
        Instance found = response.instance();
        return found == null
                ? Answer.without("description of the instance")
                : place(found.arn(), found.instanceStatusAsString());
    }

    static Reply<Optional<Place>> group(DescribeTrafficDistributionGroupResponse response) {
        TrafficDistributionGroup found = response.trafficDistributionGroup();
        return found == null ? Answer.without("description of the group") : place(found.arn(), found.statusAsString());
    }

    /// @return refused as TRANSIENT when the answer names no status: an empty 200 reads like that
    private static Reply<Optional<Place>> place(@Nullable String arn, @Nullable String status) {
        return Answer.text(status).isBlank()
                ? Answer.without("status of the target")
                : Reply.ok(Optional.of(new Place(Answer.text(arn), Answer.text(status))));
    }

    /// Only the words CLAIMED and FAILED end the waiting; an unknown word, or none, does not.
    private static ClaimStatus claimStatus(@Nullable PhoneNumberStatus status) {
        return switch (status == null ? "" : Answer.text(status.statusAsString())) {
            case "CLAIMED" -> ClaimStatus.CLAIMED;
            case "FAILED" -> ClaimStatus.FAILED;
            default -> ClaimStatus.IN_PROGRESS;
        };
    }

    private static Held held(ClaimedPhoneNumberSummary found) {
        return new Held(
                new PhoneNumber(found.phoneNumber()),
                new NumberId(found.phoneNumberId(), Answer.text(found.phoneNumberArn())),
                Answer.text(found.targetArn()),
                Answer.text(found.phoneNumberDescription()));
    }

    private static Held held(ListPhoneNumbersSummary entry) {
        return new Held(
                new PhoneNumber(entry.phoneNumber()),
                new NumberId(entry.phoneNumberId(), Answer.text(entry.phoneNumberArn())),
                Answer.text(entry.targetArn()),
                Answer.text(entry.phoneNumberDescription()));
    }

    private static Optional<String> next(@Nullable String token) {
        return Optional.of(Answer.text(token)).filter(text -> !text.isEmpty());
    }

    /// The id alone: in flow associations the service gives ARNs, elsewhere ids.
    private static String lastPart(@Nullable String idOrArn) {
        String text = Answer.text(idOrArn);
        return text.substring(text.lastIndexOf('/') + 1);
    }
}
