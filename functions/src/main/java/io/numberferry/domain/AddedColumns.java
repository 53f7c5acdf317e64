package io.numberferry.domain;

import java.util.List;

/// The columns that `failed.csv` adds behind a manifest's own. A manifest that ends with them is such a file,
/// corrected, and what they say is of the job before.
public final class AddedColumns {
    public static final List<String> NAMES = List.of("code", "message", "advice");

    private AddedColumns() {}

    /// How many columns of a header are the manifest's own.
    public static int own(List<String> header) {
        int own = header.size() - NAMES.size();
        boolean added = own > 0 && header.subList(own, header.size()).equals(NAMES);
        return added ? own : header.size();
    }
}
