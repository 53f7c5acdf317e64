package io.numberferry.manifest;

import io.numberferry.domain.Item;
import io.numberferry.domain.Rejection;

/// What a row turned out to be.
public sealed interface Parsed {
    record Good(Item item) implements Parsed {}

    record Bad(Rejection rejection) implements Parsed {}
}
