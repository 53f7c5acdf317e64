package io.numberferry.apply;

import io.numberferry.domain.NumberLimit;

/// Tells how many numbers a Connect instance may hold. Nothing is thrown for what the service or a network does.
public interface NumberLimits {
    /// @param instanceArn of an instance of this account and Region
    NumberLimit of(String instanceArn);
}
