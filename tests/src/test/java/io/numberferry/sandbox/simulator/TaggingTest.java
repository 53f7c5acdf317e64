package io.numberferry.sandbox.simulator;

import static io.numberferry.sandbox.simulator.Scene.ARN;
import static io.numberferry.sandbox.simulator.Scene.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.sandbox.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesRequest;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.InvalidParameterException;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.PaginationTokenExpiredException;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.Tag;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;

/// GetResources, and what Connect's own tag calls do to a number that AWS has tagged itself.
class TaggingTest {
    private static final String GET = "ResourceGroupsTaggingAPI_20170126.GetResources";
    private static final String STACK = "aws:cloudformation:stack-name";

    private final Scene scene = Scene.of(World.parse("""
            {"connect": {
              "instances": [{"id": "%s", "alias": "day"}],
              "numbers": [
                {"phoneNumber": "+14255550101", "id": "n1", "target": "day", "tags": {"team": "desk", "shift": "day"}},
                {"phoneNumber": "+14255550102", "id": "n2", "target": "day", "tags": {"team": "bar"}},
                {"phoneNumber": "+14255550103", "id": "n3", "target": "day"},
                {"phoneNumber": "+14255550104", "id": "n4", "target": "day",
                 "tags": {"team": "bar", "%s": "lines"}}
              ]
            }}""".formatted(DAY, STACK), "test world"), settings -> settings);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void numbersThatHaveTagsAreListedWithThem() {
        assertThat(listed(request -> {}))
                .isEqualTo(Map.of(
                        arn("n1"), Map.of("team", "desk", "shift", "day"),
                        arn("n2"), Map.of("team", "bar"),
                        arn("n4"), Map.of("team", "bar", STACK, "lines")));
    }

    @Test
    void pagesHoldEveryNumberOnce() {
        var first = scene.tagging.getResources(request -> request.resourcesPerPage(2));
        var second = scene.tagging.getResources(
                request -> request.resourcesPerPage(2).paginationToken(first.paginationToken()));

        assertThat(first.resourceTagMappingList())
                .extracting(found -> found.resourceARN())
                .containsExactly(arn("n1"), arn("n2"));
        assertThat(second.resourceTagMappingList())
                .extracting(found -> found.resourceARN())
                .containsExactly(arn("n4"));
        assertThat(second.paginationToken()).isEmpty();
    }

    @Test
    void aFullLastPageHasNoToken() {
        assertThat(scene.tagging
                        .getResources(request -> request.resourcesPerPage(3))
                        .paginationToken())
                .isEmpty();
    }

    @Test
    void aNumberThatLostItsTagsStaysInTheListWithNone() {
        scene.connect.untagResource(request -> request.resourceArn(arn("n2")).tagKeys("team"));

        assertThat(listed(request -> {})).containsEntry(arn("n2"), Map.of()).doesNotContainKey(arn("n3"));
    }

    @Test
    void aReleasedNumberIsInTheListNoMore() {
        scene.connect.untagResource(request -> request.resourceArn(arn("n2")).tagKeys("team"));
        scene.connect.releasePhoneNumber(request -> request.phoneNumberId("n2"));
        scene.connect.releasePhoneNumber(request -> request.phoneNumberId("n1"));

        assertThat(listed(request -> {})).containsOnlyKeys(arn("n4"));
    }

    @Test
    void typesNarrowTheList() {
        assertThat(listed(request -> request.resourceTypeFilters("connect:phone-number")))
                .hasSize(3);
        assertThat(listed(request -> request.resourceTypeFilters("lambda:function", "connect")))
                .hasSize(3);
        assertThat(listed(request -> request.resourceTypeFilters("connect:instance")))
                .isEmpty();
    }

    @Test
    void pageSizeAndTokenAreChecked() {
        for (int size : List.of(0, 101)) {
            assertThatThrownBy(() -> listed(request -> request.resourcesPerPage(size)))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageStartingWith("ResourcesPerPage must be from 1 to 100");
        }
        assertThatThrownBy(() -> listed(request -> request.paginationToken("!")))
                .isInstanceOf(PaginationTokenExpiredException.class)
                .hasMessageStartingWith("PaginationToken is invalid or expired");
    }

    @Test
    void otherFiltersAreRefused() {
        TagFilter team = TagFilter.builder().key("team").build();

        assertThatThrownBy(() -> listed(request -> request.tagFilters(team)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("no filters but ResourceTypeFilters are known here");
        assertThatThrownBy(() -> listed(request -> request.resourceARNList(arn("n1"))))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void otherOperationsAndWhatIsNoJsonAreRefused() {
        var other = Http.call(scene, "ResourceGroupsTaggingAPI_20170126.GetTagKeys", "{}");
        var unreadable = Http.call(scene, GET, "{");

        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).isEqualTo("""
                {"__type":"UnknownOperationException","Message":"only GetResources is known here"}""");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.body()).isEqualTo("""
                {"__type":"SerializationException","Message":"The body is not JSON"}""");
    }

    @Test
    void whatAwsTaggedItselfIsNeitherSetNorRemovedAndStays() {
        assertThatThrownBy(() -> tag("n4", Map.of(STACK, "mine")))
                .isInstanceOf(software.amazon.awssdk.services.connect.model.InvalidParameterException.class);
        assertThatThrownBy(() -> scene.connect.untagResource(
                        request -> request.resourceArn(arn("n4")).tagKeys("team", STACK)))
                .isInstanceOf(software.amazon.awssdk.services.connect.model.InvalidParameterException.class);
        assertThat(tags("n4")).isEqualTo(Map.of("team", "bar", STACK, "lines"));

        tag("n4", Map.of("shift", "night"));
        scene.connect.untagResource(request -> request.resourceArn(arn("n4")).tagKeys("team"));
        assertThat(tags("n4")).isEqualTo(Map.of("shift", "night", STACK, "lines"));
    }

    @Test
    void whatAwsTaggedItselfTakesNoPlaceOfTheFifty() {
        Map<String, String> more =
                IntStream.range(0, 49).boxed().collect(Collectors.toMap(place -> "key" + place, place -> "" + place));
        tag("n4", more);

        assertThat(tags("n4")).hasSize(51);
        assertThatThrownBy(() -> tag("n4", Map.of("one", "more")))
                .isInstanceOf(software.amazon.awssdk.services.connect.model.InvalidParameterException.class);
    }

    private Map<String, Map<String, String>> listed(Consumer<GetResourcesRequest.Builder> asked) {
        Map<String, Map<String, String>> listed = new LinkedHashMap<>();
        scene.tagging
                .getResources(asked)
                .resourceTagMappingList()
                .forEach(found -> listed.put(
                        found.resourceARN(), found.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value))));
        return listed;
    }

    private void tag(String id, Map<String, String> tags) {
        scene.connect.tagResource(request -> request.resourceArn(arn(id)).tags(tags));
    }

    private Map<String, String> tags(String id) {
        return scene.connect
                .listTagsForResource(request -> request.resourceArn(arn(id)))
                .tags();
    }

    private static String arn(String id) {
        return ARN + "phone-number/" + id;
    }
}
