package io.numberferry.function;

import io.numberferry.apply.ConnectNumbers;
import io.numberferry.apply.Holdings;
import io.numberferry.apply.InventoryReader;
import io.numberferry.apply.InventoryReader.Question;
import io.numberferry.apply.TargetReader;
import io.numberferry.domain.Failure;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Service;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import io.numberferry.domain.TargetState;
import io.numberferry.plan.Flows;
import io.numberferry.plan.Inventory;
import io.numberferry.plan.Planner;
import io.numberferry.plan.Targets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads all that a plan needs to know of the services: first the targets, then the numbers, then the flows.
/// Sends nothing but reads. For use by one thread.
///
/// @param region the Region of the functions
record LiveReading(String region, TargetReader targets, InventoryReader numbers) {

    /// @throws io.numberferry.apply.InventoryException when a service gave no answer, or a list was cut off
    Sight sight(Survey survey) throws InterruptedException {
        Map<String, TargetState> states = states(survey);
        Holdings connect = connect(survey, states);
        Inventory inventory = new Inventory(connect.standings(), chime(survey));
        Planner planner = new Planner(region, inventory, new Targets(states), flows(survey, states), numbers.allowed());
        return new Sight(planner, connect.perInstance());
    }

    private Map<String, TargetState> states(Survey survey) throws InterruptedException {
        Map<String, TargetState> states = new HashMap<>();
        for (Target target : survey.targets()) {
            states.put(target.id(), targets.state(target));
        }
        for (String instance : survey.flowInstanceIds()) {
            if (!states.containsKey(instance)) {
                states.put(instance, targets.state(new Target.Instance(instance, Optional.empty())));
            }
        }
        return states;
    }

    private Holdings connect(Survey survey, Map<String, TargetState> states) throws InterruptedException {
        if (survey.numbers(Service.CONNECT).isEmpty()) {
            return Holdings.none();
        }
        Set<Target.TrafficDistributionGroup> groups = survey.groups().stream()
                .filter(group -> isThere(states, group.id()))
                .collect(Collectors.toSet());
        Set<String> instances = survey.instanceIds().stream()
                .filter(instance -> isThere(states, instance))
                .collect(Collectors.toCollection(TreeSet::new));
        return numbers.connect(new Question(survey.numbers(Service.CONNECT), groups, instances, survey.namesTags()));
    }

    private Map<PhoneNumber, Standing.OnChime> chime(Survey survey) throws InterruptedException {
        return survey.numbers(Service.CHIME).isEmpty() ? Map.of() : numbers.chime(survey.numbers(Service.CHIME));
    }

    private Flows flows(Survey survey, Map<String, TargetState> states) throws InterruptedException {
        Map<String, List<Flows.Flow>> byInstance = new HashMap<>();
        Map<String, Failure> unread = new HashMap<>();
        for (String instance : survey.flowInstanceIds()) {
            if (states.get(instance) instanceof TargetState.Denied(var _, Failure failure)) {
                unread.put(instance, failure);
            } else if (isThere(states, instance)) {
                switch (targets.flows(instance)) {
                    case Reply.Ok<List<ConnectNumbers.Flow>>(var flows) ->
                        byInstance.put(
                                instance, flows.stream().map(LiveReading::flow).toList());
                    case Reply.Refused<List<ConnectNumbers.Flow>>(Failure failure) -> unread.put(instance, failure);
                }
            }
        }
        return new Flows(byInstance, unread);
    }

    /// Tells whether there is a point in asking for what a target holds.
    private static boolean isThere(Map<String, TargetState> states, String id) {
        TargetState state = states.get(id);
        return !(state instanceof TargetState.Missing || state instanceof TargetState.Denied);
    }

    private static Flows.Flow flow(ConnectNumbers.Flow flow) {
        return new Flows.Flow(flow.id(), flow.name(), flow.type(), flow.state(), flow.status());
    }
}
