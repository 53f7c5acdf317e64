package io.numberferry.aws.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.NumberTags;
import io.numberferry.apply.NumberTags.Tagged;
import io.numberferry.apply.Page;
import io.numberferry.aws.Wire;
import io.numberferry.domain.Failure;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaggingApiTest {
    private static final String ARN = "arn:aws:connect:us-west-2:111122223333:phone-number/aaaa-1";

    private final Wire wire = new Wire();
    private final NumberTags tags = new TaggingApi(wire.clients().tagging());

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void onlyPhoneNumbersAreAskedForAHundredAtATime() {
        wire.answers(200, "{}");
        tags.list(Optional.empty());
        tags.list(Optional.of("page-2"));

        assertThat(wire.requests().getFirst().header("X-Amz-Target"))
                .isEqualTo("ResourceGroupsTaggingAPI_20170126.GetResources");
        assertThat(wire.requests().getFirst().header("amz-sdk-request")).isEqualTo("attempt=1; max=1");
        assertThat(wire.requests())
                .extracting(request -> request.json())
                .containsExactly(Wire.json("""
                {"ResourceTypeFilters": ["connect:phone-number"], "ResourcesPerPage": 100}"""), Wire.json("""
                {"ResourceTypeFilters": ["connect:phone-number"], "ResourcesPerPage": 100,
                 "PaginationToken": "page-2"}"""));
    }

    @Test
    void tagsThatAwsSetsItselfAreLeftOut() {
        wire.answers(200, """
                {"PaginationToken": "page-2", "ResourceTagMappingList": [
                  {"ResourceARN": "%s", "Tags": [
                    {"Key": "team", "Value": "sales"}, {"Key": "aws:cloudformation:stack-name", "Value": "lines"}]},
                  {"ResourceARN": "%s-lost"}]}""".formatted(ARN, ARN));

        assertThat(tags.list(Optional.empty()))
                .isEqualTo(Reply.ok(new Page<>(
                        List.of(
                                new Tagged(ARN, Tags.of(Map.of("team", "sales"))),
                                new Tagged(ARN + "-lost", Tags.none())),
                        Optional.of("page-2"))));
    }

    @Test
    void aBlankTokenIsTheEnd() {
        wire.answers(200, """
                {"PaginationToken": "", "ResourceTagMappingList": []}""");

        assertThat(tags.list(Optional.empty())).isEqualTo(Reply.ok(new Page<>(List.of(), Optional.empty())));
    }

    @Test
    void refusalsAreClassified() {
        wire.refuses(400, "ThrottledException", "too fast");
        assertThat(kind()).isEqualTo(Failure.Kind.THROTTLED);

        wire.refuses(400, "AccessDeniedException", "not authorized");
        assertThat(kind()).isEqualTo(Failure.Kind.JOB);

        wire.refuses(500, "InternalServiceException", "sorry");
        assertThat(kind()).isEqualTo(Failure.Kind.TRANSIENT);

        wire.dropsTheConnection();
        assertThat(kind()).isEqualTo(Failure.Kind.TRANSIENT);
    }

    private Failure.Kind kind() {
        return tags.list(Optional.empty()) instanceof Reply.Refused<?>(Failure failure)
                ? failure.kind()
                : Failure.Kind.OUT_OF_TIME;
    }
}
