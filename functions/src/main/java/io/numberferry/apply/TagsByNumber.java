package io.numberferry.apply;

import io.numberferry.domain.NumberId;
import io.numberferry.domain.Tags;
import java.util.HashMap;
import java.util.Map;

/// Which tags each number of the account has; equal ones are kept once. Not safe for use by several threads.
final class TagsByNumber {
    private final Shared<Tags> tagSets = new Shared<>();

    /// The numbers of tag sets, by Connect's ids.
    private final Map<String, Integer> byId = new HashMap<>();

    /// Reads those of all numbers.
    ///
    /// @throws InventoryException when the list could not be read to its end
    void read(NumberTags tags, Caller caller) throws InterruptedException {
        new Lists(caller).tags(tags, found -> {
            if (!found.tags().isEmpty()) {
                byId.put(NumberId.of(found.numberArn()).id(), tagSets.numberOf(found.tags()));
            }
        });
    }

    Tags of(NumberId number) {
        Integer tags = byId.get(number.id());
        return tags == null ? Tags.none() : tagSets.get(tags);
    }
}
