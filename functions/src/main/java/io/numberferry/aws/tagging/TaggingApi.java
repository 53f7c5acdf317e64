package io.numberferry.aws.tagging;

import io.numberferry.apply.NumberTags;
import io.numberferry.apply.Page;
import io.numberferry.aws.Answer;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Tags;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesRequest;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesResponse;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;

/// Asks the Resource Groups Tagging API for the tags of phone numbers: GetResources.
public final class TaggingApi implements NumberTags {
    /// As the API reference lists it among the types that GetResources supports.
    private static final String TYPE = "connect:phone-number";

    /// The most that ResourcesPerPage allows, in the model `resourcegroupstaggingapi` 2017-01-26.
    private static final int PAGE = 100;

    private final ResourceGroupsTaggingApiClient tagging;

    /// @param tagging makes one attempt a call
    public TaggingApi(ResourceGroupsTaggingApiClient tagging) {
        this.tagging = tagging;
    }

    @Override
    public Reply<Page<Tagged>> list(Optional<String> next) {
        GetResourcesRequest request = GetResourcesRequest.builder()
                .resourceTypeFilters(TYPE)
                .resourcesPerPage(PAGE)
                .paginationToken(next.orElse(null))
                .build();
        return Answer.to(
                () -> tagging.getResources(request),
                answer -> Reply.ok(page(answer)),
                fault -> Reply.refused(fault.kind(), fault.code(), fault.message()));
    }

    private static Page<Tagged> page(GetResourcesResponse answer) {
        return new Page<>(
                answer.resourceTagMappingList().stream().map(TaggingApi::tagged).toList(),
                Optional.of(Answer.text(answer.paginationToken())).filter(token -> !token.isEmpty()));
    }

    private static Tagged tagged(ResourceTagMapping found) {
        Map<String, String> tags = found.tags().stream()
                .collect(Collectors.toMap(tag -> Answer.text(tag.key()), tag -> Answer.text(tag.value())));
        return new Tagged(Answer.text(found.resourceARN()), Tags.of(tags));
    }
}
