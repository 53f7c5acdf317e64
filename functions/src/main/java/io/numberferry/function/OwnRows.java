package io.numberferry.function;

import io.numberferry.domain.Item;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.Row;
import io.numberferry.manifest.Header;
import io.numberferry.manifest.Home;
import io.numberferry.manifest.ItemParser;
import io.numberferry.manifest.Parsed;
import io.numberferry.report.InventoryCsv;
import io.numberferry.report.Reading;
import java.util.Optional;

/// Reads the rows that we write into manifests of our own, as a job does that nothing is set for.
final class OwnRows {
    private OwnRows() {}

    static Reading reading(Home home) {
        ItemParser parser = new ItemParser(Header.of(InventoryCsv.header()), JobSettings.asWritten(), home);
        return cells -> parser.parse(new Row(1, cells)) instanceof Parsed.Good(Item item)
                ? Optional.of(item.operation())
                : Optional.empty();
    }
}
