package io.numberferry.apply;

import io.numberferry.domain.NumberId;
import io.numberferry.domain.Tags;
import java.util.List;

/// Brings the tags of a number to what is wanted, by two calls at most.
record Retagging(Changes changes, NumberId number, Trail trail) {

    /// How far it came.
    ///
    /// @param tags those that the number has now
    /// @param last what became of the last call: all is done where it was made
    record Result(Tags tags, Changes.Changed last) {}

    /// Sets before it removes, so that a number is never without a tag that it keeps the meaning of; the other way
    /// round where the number would have more than it may in between.
    ///
    /// @param held the tags that it was just seen to have
    Result run(Tags held, Tags wanted) throws InterruptedException {
        Tags.Change change = held.to(wanted);
        List<Tags.Change> calls = change.fitsBeside(held)
                ? List.of(change.setting(), change.removing())
                : List.of(change.removing(), change.setting());
        Tags reached = held;
        for (Tags.Change call : calls) {
            Changes.Changed changed = call.isEmpty() ? new Changes.Made() : changes.changeTags(trail, number, call);
            if (!(changed instanceof Changes.Made)) {
                return new Result(reached, changed);
            }
            reached = reached.with(call);
        }
        return new Result(reached, new Changes.Made());
    }
}
