package io.numberferry.sandbox;

import io.numberferry.domain.Item;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.JobSettings.OnRejection;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Rails;
import io.numberferry.domain.Service;
import io.numberferry.manifest.ItemParser;
import io.numberferry.manifest.ManifestException;
import io.numberferry.manifest.ManifestReader;
import io.numberferry.manifest.ManifestRow;
import io.numberferry.manifest.Parsed;
import io.numberferry.sandbox.local.LocalAccount;
import io.numberferry.sandbox.simulator.Ownership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the simulated account own the numbers that a file wants to move, associate or update and that its
/// world does not mention. Numbers that the file claims stay free.
final class Ownerships {
    private Ownerships() {}

    static void expect(Path file, Map<String, String> settings, Laptop laptop) throws IOException {
        if (laptop.simulator().isEmpty()) {
            return;
        }
        Map<Service, Set<String>> owned = new EnumMap<>(Service.class);
        owned.put(Service.CONNECT, new HashSet<>());
        owned.put(Service.CHIME, new HashSet<>());
        Set<String> claimed = new HashSet<>();
        try (ManifestReader reader = ManifestReader.open(file.getFileName().toString(), Files.newInputStream(file))) {
            ItemParser parser = new ItemParser(reader.header(), jobSettings(settings), home());
            for (Iterator<ManifestRow> rows = reader.rows(); rows.hasNext(); ) {
                item(rows.next(), parser).ifPresent(item -> note(item, owned, claimed));
            }
        } catch (ManifestException _) {
            // The plan says what is wrong with the file.
            return;
        }
        owned.values().forEach(numbers -> numbers.removeAll(claimed));
        laptop.simulator().get().expect(owned.get(Service.CONNECT), Ownership.OWNED_IN_CONNECT);
        laptop.simulator().get().expect(owned.get(Service.CHIME), Ownership.OWNED_IN_CHIME);
    }

    private static void note(Item item, Map<Service, Set<String>> owned, Set<String> claimed) {
        Set<String> numbers = item.operation() instanceof Operation.Claim
                ? claimed
                : owned.getOrDefault(item.operation().service(), claimed);
        numbers.add(item.number().e164());
    }

    private static Optional<Item> item(ManifestRow row, ItemParser parser) {
        return row instanceof ManifestRow.Whole(var cells) && parser.parse(cells) instanceof Parsed.Good(Item item)
                ? Optional.of(item)
                : Optional.empty();
    }

    private static JobSettings jobSettings(Map<String, String> settings) {
        JobSettings asGiven = new JobSettings(
                Optional.ofNullable(settings.get("operation")),
                Optional.ofNullable(settings.get("target")),
                false,
                OnRejection.CONTINUE,
                settings.containsKey("allow-release"),
                Optional.ofNullable(settings.get("country")));
        return asGiven.with(Rails.standard().withForce(settings.containsKey("allow-force")));
    }

    private static io.numberferry.manifest.Home home() {
        return new io.numberferry.manifest.Home(LocalAccount.REGION, Optional.empty());
    }
}
