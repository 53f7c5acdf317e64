package io.numberferry.sandbox.simulator.world;

import java.util.Optional;

/// Where a Connect number can be: an instance or a traffic distribution group.
///
/// @param instanceId the instance; empty for a traffic distribution group
/// @param active whether it takes numbers
/// @param numberQuota how many it can hold
public record Place(String arn, Optional<String> instanceId, boolean active, int numberQuota) {}
