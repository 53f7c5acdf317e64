package io.numberferry.function;

import io.numberferry.apply.HoldingReader;
import io.numberferry.apply.NumberTags;
import io.numberferry.apply.Pace;
import io.numberferry.apply.Services;
import io.numberferry.apply.Tally;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.aws.storage.S3Upload;
import io.numberferry.domain.Item;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Row;
import io.numberferry.manifest.Header;
import io.numberferry.manifest.Home;
import io.numberferry.manifest.ItemParser;
import io.numberferry.manifest.Parsed;
import io.numberferry.report.InventoryCsv;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Writes every number that jobs may use into a file that is a manifest. Sends nothing but reads.
///
/// @param bucket where exports are
record NumberExporter(
        S3Objects objects,
        Services services,
        NumberTags tags,
        Pace pace,
        Home home,
        Settings.Allowed allowed,
        String bucket,
        WorkMetrics metrics) {

    /// @param key of the file
    /// @param deadline no call is sent after it
    /// @throws io.numberferry.apply.InventoryException when a list was cut off; then there is no file
    InventoryCsv.Count write(String key, Instant deadline) throws InterruptedException {
        Tally tally = new Tally();
        HoldingReader reader = new HoldingReader(services, tags, pace.caller(tally, deadline));
        try (S3Upload file = objects.upload(bucket, key, "text/csv")) {
            InventoryCsv csv = new InventoryCsv(file, reading());
            reader.connect(allowed.connect(), csv::write);
            if (allowed.chime()) {
                reader.chime(csv::write);
            }
            InventoryCsv.Count count = csv.finish();
            file.complete();
            return count;
        } finally {
            metrics.calls(tally.drain());
        }
    }

    /// As a job reads rows that nothing is set for.
    private InventoryCsv.Reading reading() {
        ItemParser parser = new ItemParser(Header.of(InventoryCsv.header()), JobSettings.asWritten(), home);
        return cells -> operation(parser, cells);
    }

    private static Optional<Operation> operation(ItemParser parser, List<String> cells) {
        return parser.parse(new Row(1, cells)) instanceof Parsed.Good(Item item)
                ? Optional.of(item.operation())
                : Optional.empty();
    }
}
