package io.numberferry.report;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import java.util.List;
import java.util.Map;

/// The tables of the page.
final class PageTables {
    private PageTables() {}

    /// The codes that need a person, most urgent first, with their advice.
    static String codes(Tally tally) {
        List<Reason> urgent = tally.codes().keySet().stream()
                .filter(reason -> Urgency.of(reason) != Urgency.NONE)
                .sorted(Urgency.MOST_URGENT_FIRST)
                .toList();
        if (urgent.isEmpty()) {
            return "<p>Nothing does.</p>";
        }
        StringBuilder body = new StringBuilder();
        urgent.forEach(reason -> body.append(code(reason, tally.count(reason))));
        return """
                <div class="scroll"><table>
                <caption>Most urgent first</caption>
                <thead><tr><th scope="col">Code</th><th scope="col">Outcome</th><th scope="col" class="number">Rows</th>\
                <th scope="col">What to do</th><th scope="col">In retry.csv</th></tr></thead>
                <tbody>
                %s</tbody>
                </table></div>""".formatted(body);
    }

    private static String code(Reason reason, int count) {
        return """
                <tr><th scope="row" class="word %s">%s</th><td>%s</td><td class="number">%s</td>\
                <td class="text">%s</td><td>%s</td></tr>
                """.formatted(
                        OutcomeBar.cssClass(reason.status()),
                        reason,
                        reason.status(),
                        Html.count(count),
                        Html.text(reason.advice()),
                        reason.worthRetrying() ? "yes" : "no");
    }

    /// The rows that need a person, with a search box that appears where scripts run.
    static String rows(Attention attention) {
        if (attention.all() == 0) {
            return "<p>There are none.</p>";
        }
        StringBuilder body = new StringBuilder();
        attention.lines().forEach(line -> body.append(row(line)));
        return """
                <div class="search" hidden><label for="filter">Show only rows that contain</label>\
                <input id="filter" type="search" autocomplete="off" spellcheck="false">
                <p id="shown" class="soft" role="status"></p></div>
                <div class="scroll" role="region" aria-labelledby="attention" tabindex="0"><table id="rows">
                <caption>%s</caption>
                <thead><tr><th scope="col" class="number">Line</th><th scope="col">Number</th>\
                <th scope="col">Outcome</th><th scope="col">Code</th><th scope="col">What happened</th>\
                <th scope="col">What to do</th></tr></thead>
                <tbody>
                %s</tbody>
                </table></div>""".formatted(extent(attention), body);
    }

    private static String extent(Attention attention) {
        return attention.shown() == attention.all()
                ? Html.rows(attention.all()) + ", most urgent first"
                : "The %s most urgent of %s; report.csv has them all"
                        .formatted(Html.count(attention.shown()), Html.rows(attention.all()));
    }

    private static String row(Attention.Line line) {
        Outcome outcome = line.outcome();
        return """
                <tr><th scope="row" class="number">%d</th><td class="e164">%s</td><td>%s</td><td>%s</td>\
                <td class="text">%s</td><td class="text">%s</td></tr>
                """.formatted(
                        line.line(),
                        Html.text(line.number()),
                        outcome.status(),
                        outcome.reason(),
                        Html.text(outcome.message()),
                        Html.text(outcome.advice()));
    }

    static String calls(Map<Api, CallCount> calls) {
        if (calls.isEmpty()) {
            return "<p>No call was sent.</p>";
        }
        StringBuilder body = new StringBuilder();
        calls.forEach((api, count) -> body.append("""
                <tr><th scope="row">%s</th><td>%s</td><td class="number">%s</td><td class="number">%s</td>\
                <td class="number">%s</td></tr>
                """.formatted(
                        api.operation(),
                        api.service().title(),
                        Html.count(count.sent()),
                        Html.count(count.throttled()),
                        Html.count(count.retried()))));
        return """
                <div class="scroll"><table>
                <caption>What was sent to the services; throttled calls were too fast and are among the sent ones</caption>
                <thead><tr><th scope="col">API</th><th scope="col">Service</th><th scope="col" class="number">Sent</th>\
                <th scope="col" class="number">Throttled</th><th scope="col" class="number">Repeated</th></tr></thead>
                <tbody>
                %s</tbody>
                </table></div>""".formatted(body);
    }
}
