package io.numberferry.apply;

import io.numberferry.apply.ConnectNumbers.Held;
import io.numberferry.apply.ConnectNumbers.Query;
import io.numberferry.domain.AllowList;
import io.numberferry.domain.Api;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads where numbers stand, by lists: 1,000 Connect numbers or 100 Chime numbers a call instead of one. A
/// list that was cut off is an error, never "nothing there".
///
/// @param allowed of instances that are not allowed no flow associations are read
public record InventoryReader(Services services, NumberTags tags, Caller caller, AllowList allowed) {

    /// For a job that may use everything.
    public InventoryReader(Services services, NumberTags tags, Caller caller) {
        this(services, tags, caller, AllowList.ofEverything());
    }

    /// What is to be read of Connect's numbers.
    ///
    /// @param numbers the numbers of interest; others are left out
    /// @param groups traffic distribution groups named in the file: their numbers are not in an account's
    ///     list
    /// @param instanceIds the instances whose flow associations are of interest, beside those the numbers
    ///     are at
    /// @param tags whether their tags are of interest, which takes a list of all that the account has
    public record Question(
            Set<PhoneNumber> numbers,
            Collection<Target.TrafficDistributionGroup> groups,
            Set<String> instanceIds,
            boolean tags) {}

    /// Reads the Connect numbers of a file.
    ///
    /// @throws InventoryException when a list could not be read to its end
    public Holdings connect(Question question) throws InterruptedException {
        ConnectPacking packing = new ConnectPacking();
        Standings<Standing.OnConnect> standings = new Standings<>(packing);
        Set<String> instances = new TreeSet<>(question.instanceIds());
        Map<String, Integer> perInstance = new HashMap<>();
        List<Query> queries = new ArrayList<>(List.of(Query.everything()));
        question.groups().forEach(group -> queries.add(new Query(Optional.of(group), Optional.empty())));
        for (Query query : queries) {
            new Lists(caller)
                    .whole(Api.LIST_PHONE_NUMBERS_V2, next -> services.connect().list(query, next), number -> {
                        Optional<String> instance = Target.Instance.idIn(number.targetArn());
                        instance.ifPresent(at -> perInstance.merge(at, 1, Integer::sum));
                        if (question.numbers().contains(number.number())) {
                            standings.put(number.number(), withoutFlow(number));
                            instance.filter(_ -> allowed.covers(number.targetArn()))
                                    .ifPresent(instances::add);
                        }
                    });
        }
        HeldNumbers held = new HeldNumbers(standings, packing);
        for (String instance : instances) {
            held.readFlows(services, caller, instance);
        }
        if (question.tags() && !standings.isEmpty()) {
            held.readTags(tags, caller);
        }
        return new Holdings(standings, perInstance);
    }

    /// Reads the Chime numbers of a file.
    ///
    /// @throws InventoryException when the list could not be read to its end
    public Map<PhoneNumber, Standing.OnChime> chime(Set<PhoneNumber> wanted) throws InterruptedException {
        Standings<Standing.OnChime> standings = new Standings<>(new ChimePacking());
        new Lists(caller).whole(Api.LIST_CHIME_NUMBERS, next -> services.chime().list(next), held -> {
            if (wanted.contains(held.number())) {
                standings.put(held.number(), held.standing());
            }
        });
        return standings;
    }

    private static Standing.OnConnect withoutFlow(Held held) {
        return new Standing.OnConnect(held.id(), held.targetArn(), Optional.empty(), held.description());
    }
}
