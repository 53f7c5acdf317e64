package io.numberferry.aws.storage;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.Lane;
import io.numberferry.domain.Warning;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A plan's header as JSON.
///
/// @param calls by the APIs' qualified names
/// @param warnings absent in plans of earlier versions
record HeaderDocument(
        JobDocument job,
        String attempt,
        List<String> columns,
        String sha256,
        List<LaneDocument> lanes,
        int settled,
        Map<String, CallCount> calls,
        JsonNode estimate,
        Optional<List<Warning>> warnings) {

    record LaneDocument(String lane, int batches, int rows) {}

    static HeaderDocument of(PlanHeader header) {
        Map<String, CallCount> calls = new TreeMap<>();
        header.calls().forEach((api, count) -> calls.put(api.qualifiedName(), count));
        return new HeaderDocument(
                JobDocument.of(header.job()),
                header.attempt(),
                header.columns(),
                header.sha256(),
                header.lanes().stream()
                        .map(size -> new LaneDocument(size.lane().label(), size.batches(), size.rows()))
                        .toList(),
                header.settled(),
                calls,
                header.estimate(),
                Optional.of(header.warnings()));
    }

    PlanHeader header() {
        Map<Api, CallCount> byApi = new EnumMap<>(Api.class);
        calls.forEach((name, count) -> byApi.put(api(name), count));
        return new PlanHeader(
                job.job(),
                attempt,
                columns,
                sha256,
                lanes.stream()
                        .map(size -> new PlanHeader.LaneSize(Lane.ofLabel(size.lane()), size.batches(), size.rows()))
                        .toList(),
                settled,
                byApi,
                estimate,
                warnings.orElse(List.of()));
    }

    private static Api api(String qualifiedName) {
        return Arrays.stream(Api.values())
                .filter(api -> api.qualifiedName().equals(qualifiedName))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no API is called " + qualifiedName));
    }
}
