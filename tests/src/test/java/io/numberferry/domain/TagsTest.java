package io.numberferry.domain;

import static io.numberferry.domain.Samples.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagsTest {

    @Test
    void theTagsThatAwsSetsItselfAreLeftOut() {
        assertThat(Tags.of(Map.of("team", "sales", "aws:cloudformation:stack-name", "lines", "AWS:other", "1")))
                .isEqualTo(tags("team", "sales"));
    }

    @Test
    void theyAreInTheOrderOfTheirKeysAndDoNotChange() {
        Map<String, String> given = new HashMap<>();
        List.of("z", "a", "m").forEach(key -> given.put(key, "1"));
        Tags tags = Tags.of(given);
        given.clear();

        assertThat(tags.byKey().keySet()).containsExactly("a", "m", "z");
        assertThatThrownBy(() -> tags.byKey().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aChangeSetsWhatIsMissingOrOtherAndRemovesWhatIsNotWanted() {
        Tags.Change change =
                tags("same", "1", "other", "1", "gone", "1").to(tags("same", "1", "other", "2", "new", ""));

        assertThat(change).isEqualTo(new Tags.Change(Map.of("other", "2", "new", ""), Set.of("gone")));
        assertThat(change.setting()).isEqualTo(new Tags.Change(Map.of("other", "2", "new", ""), Set.of()));
        assertThat(change.removing()).isEqualTo(new Tags.Change(Map.of(), Set.of("gone")));
        assertThat(tags("a", "1").to(tags("a", "1")).isEmpty()).isTrue();
    }

    @Test
    void aChangeLeadsToWhatIsWanted() {
        Tags held = tags("same", "1", "other", "1", "gone", "1");
        Tags wanted = tags("same", "1", "other", "2", "new", "");
        Tags.Change change = held.to(wanted);

        assertThat(held.with(change)).isEqualTo(wanted);
        assertThat(change.isMadeOn(held)).isFalse();
        assertThat(change.isMadeOn(held.with(change.setting()))).isFalse();
        assertThat(change.isMadeOn(held.with(change.removing()))).isFalse();
        assertThat(change.isMadeOn(wanted)).isTrue();
    }

    @Test
    void aChangeFitsBesideTheTagsThatAreThereUpToFiftyInAll() {
        Map<String, String> most = new HashMap<>();
        for (int n = 0; n < Tags.MOST - 1; n++) {
            most.put("key" + n, "1");
        }
        Tags held = Tags.of(most);

        assertThat(held.to(tags("a", "1")).fitsBeside(held)).isTrue();
        assertThat(held.to(tags("a", "1", "b", "1")).fitsBeside(held)).isFalse();
        assertThat(held.to(tags("key1", "2", "b", "1")).fitsBeside(held)).isTrue();
    }

    @Test
    void whatWouldEndAKeyOrAValueHasABackslash() {
        assertThat(tags("a=b", "1;2", "path", "C:\\new=x").text()).isEqualTo("a\\=b=1\\;2;path=C:\\\\new=x");
        assertThat(tags().text()).isEmpty();
    }
}
