package io.numberferry.function;

import io.numberferry.apply.HoldingReader;
import io.numberferry.apply.NumberTags;
import io.numberferry.apply.Pace;
import io.numberferry.apply.Services;
import io.numberferry.apply.Tally;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.aws.storage.S3Upload;
import io.numberferry.manifest.Home;
import io.numberferry.report.InventoryCsv;
import java.time.Instant;

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
            InventoryCsv csv = new InventoryCsv(file, OwnRows.reading(home));
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
}
