package io.numberferry.report;

import io.numberferry.domain.JobSettings;
import io.numberferry.domain.Row;
import io.numberferry.manifest.Header;
import io.numberferry.manifest.Home;
import io.numberferry.manifest.ItemParser;
import io.numberferry.manifest.Parsed;
import java.util.Optional;

/// Reads rows as a manifest does.
final class AsManifest {
    private AsManifest() {}

    static Reading reading() {
        ItemParser parser = new ItemParser(
                Header.of(InventoryCsv.header()),
                JobSettings.asWritten(),
                new Home("us-west-2", Optional.of("111122223333")));
        return cells -> parser.parse(new Row(1, cells)) instanceof Parsed.Good(var item)
                ? Optional.of(item.operation())
                : Optional.empty();
    }
}
