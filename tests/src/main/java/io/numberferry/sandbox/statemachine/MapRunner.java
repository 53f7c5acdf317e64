package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.sandbox.statemachine.Iteration.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Runs the iterations of a Map state.
final class MapRunner {
    private MapRunner() {}

    /// The outputs of the iterations, in the order of the items.
    static JsonNode result(State.Map map, Visit visit) throws InterruptedException {
        Iteration iteration = map.iteration();
        List<JsonNode> items = ItemLister.items(iteration.items(), visit);
        List<JsonNode> inputs = inputs(iteration, items, visit);
        int concurrency = concurrency(iteration, visit);
        List<JsonNode> outputs = switch (iteration.mode()) {
            case Mode.Inline _ -> inline(iteration.workflow(), visit, new Inputs(items, inputs), concurrency);
            case Mode.Distributed distributed ->
                DistributedMap.run(
                        distributed, visit, inputs, new DistributedMap.Pace(iteration.workflow(), concurrency));
        };
        return Payload.checked(Json.array(outputs), "the result of state '" + map.name() + "'");
    }

    private record Inputs(List<JsonNode> items, List<JsonNode> inputs) {}

    private static List<JsonNode> inputs(Iteration iteration, List<JsonNode> items, Visit visit) {
        return iteration
                .itemSelector()
                .map(selector -> IntStream.range(0, items.size())
                        .mapToObj(index -> visit.selecting(new MapItem(index, items.get(index)))
                                .evaluate(selector))
                        .toList())
                .orElse(items);
    }

    private static int concurrency(Iteration iteration, Visit visit) {
        return iteration
                .mode()
                .atOnce(iteration
                        .maxConcurrency()
                        .map(amount -> (int) visit.before().number(amount))
                        .orElse(0));
    }

    private static List<JsonNode> inline(Workflow workflow, Visit visit, Inputs of, int concurrency)
            throws InterruptedException {
        JsonNode[] outputs = new JsonNode[of.items().size()];
        FanOut.run(
                outputs.length,
                concurrency,
                index -> {
                    MapItem item = new MapItem(index, of.items().get(index));
                    return new WorkflowRunner(workflow, visit.execution(), Optional.of(item))
                            .run(of.inputs().get(index), visit.variables());
                },
                new FanOut.Watcher<JsonNode>() {
                    @Override
                    public void started() {}

                    @Override
                    public void ended(int index, JsonNode output) {
                        outputs[index] = output;
                    }
                });
        return Arrays.asList(outputs);
    }
}
