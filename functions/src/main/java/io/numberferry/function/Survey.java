package io.numberferry.function;

import io.numberferry.domain.Item;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Service;
import io.numberferry.domain.Target;
import io.numberferry.manifest.DuplicateFinder;
import io.numberferry.manifest.ItemParser;
import io.numberferry.manifest.ManifestReader;
import io.numberferry.manifest.ManifestRow;
import io.numberferry.manifest.Parsed;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a first reading of a manifest finds out before anything is looked up. Not safe for use by several
/// threads.
final class Survey {
    private final DuplicateFinder duplicates = new DuplicateFinder();
    private final Map<Service, Set<PhoneNumber>> numbers = new EnumMap<>(Service.class);
    private final Set<Target.TrafficDistributionGroup> groups = new HashSet<>();
    private final Map<String, Target> targets = new TreeMap<>();
    private final Set<String> instanceIds = new TreeSet<>();
    private final Set<String> flowInstanceIds = new TreeSet<>();
    private boolean namesTags;

    /// How many rows there may be.
    record RowLimit(String file, int mostRows) {
        void check(int rows) {
            if (rows > mostRows) {
                throw new TooManyRowsException(file, mostRows);
            }
        }
    }

    /// Reads all rows that are left in the reader.
    ///
    /// @throws TooManyRowsException as soon as there are more than may be
    static Survey of(ManifestReader reader, ItemParser parser, RowLimit limit) {
        Survey survey = new Survey();
        int count = 0;
        for (Iterator<ManifestRow> rows = reader.rows(); rows.hasNext(); ) {
            limit.check(++count);
            survey.add(rows.next(), parser);
        }
        return survey;
    }

    private void add(ManifestRow row, ItemParser parser) {
        switch (row) {
            case ManifestRow.Broken _ -> {}
            case ManifestRow.Whole(var text) -> {
                switch (parser.parse(text)) {
                    case Parsed.Bad _ -> {}
                    case Parsed.Good(Item item) -> add(item);
                }
            }
        }
    }

    private void add(Item item) {
        duplicates.add(item);
        numbers.computeIfAbsent(item.operation().service(), _ -> new NumberSet())
                .add(item.number());
        namesTags |= item.operation() instanceof Operation.ChangeDetails change
                && change.tags().isPresent();
        item.operation().flowInstanceId().ifPresent(flowInstanceIds::add);
        item.operation().targeted().ifPresent(target -> {
            targets.putIfAbsent(target.id(), target);
            switch (target) {
                case Target.TrafficDistributionGroup group -> groups.add(group);
                case Target.Instance instance -> instanceIds.add(instance.instanceId());
                case Target.OnChime _ -> {}
            }
        });
    }

    DuplicateFinder duplicates() {
        return duplicates;
    }

    /// The numbers of the file that a service is asked about; none when it is not needed at all.
    Set<PhoneNumber> numbers(Service service) {
        return numbers.getOrDefault(service, Set.of());
    }

    /// What rows aim at, each once.
    Collection<Target> targets() {
        return targets.values();
    }

    Set<Target.TrafficDistributionGroup> groups() {
        return groups;
    }

    /// The instances that rows aim at.
    Set<String> instanceIds() {
        return instanceIds;
    }

    /// Tells whether a row is about the tags of a number that is held.
    boolean namesTags() {
        return namesTags;
    }

    /// The instances whose flows rows name.
    Set<String> flowInstanceIds() {
        return flowInstanceIds;
    }
}
