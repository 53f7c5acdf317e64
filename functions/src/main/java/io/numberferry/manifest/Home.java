package io.numberferry.manifest;

import java.util.Optional;

/// Where the functions run, and so the only place whose numbers and targets they can change.
///
/// @param region the Region's code, for example `us-west-2`
/// @param accountId 12 digits; empty when it is not known, and then no account is checked
public record Home(String region, Optional<String> accountId) {}
