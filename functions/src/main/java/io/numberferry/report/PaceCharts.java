package io.numberferry.report;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallSeries;
import io.numberferry.domain.CallSeries.Bucket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Calls per second over time against the quota, one small chart (SVG) for each API, all over the same time.
/// What a chart shows is told by its caption, too.
final class PaceCharts {
    /// Charts that a person looks at; the other APIs are in the table of calls.
    private static final int MOST = 6;

    private static final int HEIGHT = 100;
    /// Above the bars: where throttled calls are marked.
    private static final int STRIP = 14;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Map<Api, CallPace> paces;
    private final long start;
    private final long end;

    PaceCharts(Map<Api, CallPace> paces) {
        this.paces = paces;
        List<CallSeries> all = paces.values().stream()
                .map(CallPace::series)
                .filter(series -> !series.isEmpty())
                .toList();
        this.start = all.stream()
                .map(series -> series.start(series.buckets().firstKey()))
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .getEpochSecond();
        this.end = all.stream()
                .map(series -> series.start(series.buckets().lastKey() + 1))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .getEpochSecond();
    }

    /// Empty when nothing was recorded.
    String html() {
        if (start == end) {
            return "";
        }
        StringBuilder figures = new StringBuilder();
        paces.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Api, CallPace> pace) -> -sent(pace.getValue())))
                .limit(MOST)
                .forEach(pace -> figures.append(figure(pace.getKey(), pace.getValue())));
        return """
            <p class="soft">Calls a second over time. The dashed line is the quota; marks in the strip above the bars are \
            calls that were throttled. The APIs with the most calls come first, %d at most.</p>
            <div class="paces">
            %s</div>
            """.formatted(MOST, figures);
    }

    private String figure(Api api, CallPace pace) {
        double top = Math.max(pace.series().highestRate(), pace.quota().ratePerSecond()) * 1.1;
        return """
            <figure>
            <figcaption><b>%s</b> <span class="soft">%s</span></figcaption>
            <svg class="pace" viewBox="0 0 %d %d" preserveAspectRatio="none" role="img" aria-label="%s: %s">
            <path class="sent" d="%s"/>%s
            <line class="quota" x1="0" x2="%d" y1="%s" y2="%s" vector-effect="non-scaling-stroke"/>
            </svg>
            <p class="times soft"><span>%s</span><span>%s UTC</span></p>
            </figure>
            """.formatted(
                        api.operation(),
                        words(pace),
                        end - start,
                        HEIGHT,
                        api.operation(),
                        words(pace),
                        bars(pace.series(), top),
                        throttled(pace.series()),
                        end - start,
                        number(y(pace.quota().ratePerSecond(), top)),
                        number(y(pace.quota().ratePerSecond(), top)),
                        TIME.format(Instant.ofEpochSecond(start)),
                        TIME.format(Instant.ofEpochSecond(end)));
    }

    private static String words(CallPace pace) {
        CallSeries series = pace.series();
        long throttled =
                series.buckets().values().stream().mapToLong(Bucket::throttled).sum();
        return "%s sent, %s throttled. At most %s a second over %d s, quota %s"
                .formatted(
                        Html.count(sent(pace)),
                        Html.count(throttled),
                        number(series.highestRate()),
                        series.seconds(),
                        number(pace.quota().ratePerSecond()));
    }

    private static long sent(CallPace pace) {
        return pace.series().buckets().values().stream().mapToLong(Bucket::sent).sum();
    }

    private String bars(CallSeries series, double top) {
        StringBuilder path = new StringBuilder();
        series.buckets().forEach((bucket, count) -> {
            double y = y(count.sent() / (double) series.seconds(), top);
            path.append('M').append(x(series, bucket)).append(' ').append(HEIGHT);
            path.append('V').append(number(y)).append('h').append(series.seconds());
            path.append('V').append(HEIGHT);
        });
        return path.toString();
    }

    private String throttled(CallSeries series) {
        StringBuilder path = new StringBuilder();
        long width = Math.max(series.seconds(), (end - start) / 150);
        series.buckets().forEach((bucket, count) -> {
            if (count.throttled() > 0) {
                path.append("M%d 0h%dv%dh-%dz".formatted(x(series, bucket), width, STRIP - 4, width));
            }
        });
        return path.isEmpty() ? "" : "<path class=\"throttled\" d=\"" + path + "\"/>";
    }

    private long x(CallSeries series, long bucket) {
        return series.start(bucket).getEpochSecond() - start;
    }

    private static double y(double rate, double top) {
        return HEIGHT - rate / top * (HEIGHT - STRIP);
    }

    private static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
