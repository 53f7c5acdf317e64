package io.numberferry.function;

import org.jspecify.annotations.Nullable;

/// What a deployment lets a job use, as the state machine says it. It is no variable of the functions: a published
/// version keeps the variables that it was published with, and they have 4 KB for all.
///
/// @param targets ARNs with commas between, or `*` for everything; null for none
/// @param chime `true` where numbers of Chime SDK Voice may be changed; null for `false`
public record AllowedRequest(
        @Nullable String targets, @Nullable String chime) {}
