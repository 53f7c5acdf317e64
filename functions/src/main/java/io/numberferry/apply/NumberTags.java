package io.numberferry.apply;

import io.numberferry.domain.Reply;
import io.numberferry.domain.Tags;
import java.util.Optional;

/// Lists the tags of Connect's numbers, which Connect's own lists do not have. The list follows a change after a
/// while. Nothing is thrown for what the service or a network does. Safe for use by several threads.
public interface NumberTags {

    /// One page of up to 100 numbers of the account in the Region. Numbers that never had a tag are not among them.
    ///
    /// @param next the token of the page wanted; empty for the first
    Reply<Page<Tagged>> list(Optional<String> next);

    /// @param tags none where it has lost them
    record Tagged(String numberArn, Tags tags) {}
}
