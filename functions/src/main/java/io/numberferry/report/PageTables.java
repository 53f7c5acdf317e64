package io.numberferry.report;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import java.util.Map;

/// The tables of the page.
final class PageTables {
    private PageTables() {}

    /// The first rows of the job; where scripts run, they put the whole table in their place.
    static String rows(PageRows rows, int all) {
        if (all == 0) {
            return "<p>There are none.</p>";
        }
        StringBuilder body = new StringBuilder();
        rows.first().forEach(line -> body.append(row(line)));
        return """
            <div id="tools" class="tools" role="search" hidden></div>
            <table id="rows" class="stacks" role="table">
            <caption id="extent">%s</caption>
            <thead role="rowgroup"><tr role="row">%s</tr></thead>
            <tbody role="rowgroup">
            %s</tbody>
            </table>
            <nav id="pager" class="tools" aria-label="Pages of the table" hidden></nav>\
            """.formatted(extent(rows, all), head(), body);
    }

    private static String head() {
        StringBuilder cells = new StringBuilder();
        for (String name :
                new String[] {"Line", "Number", "Operation", "Outcome", "Code", "What happened", "What to do"}) {
            cells.append("<th scope=\"col\" role=\"columnheader\">")
                    .append(name)
                    .append("</th>");
        }
        return cells.toString();
    }

    private static String extent(PageRows rows, int all) {
        String shown = rows.first().size() == all
                ? Html.rows(all) + ", most urgent first"
                : "The first %s of %s, most urgent first".formatted(rows.first().size(), Html.rows(all));
        return shown + "; report.csv has all of them in the order of the file";
    }

    private static String row(PageRows.Line line) {
        return """
            <tr role="row"><th scope="row" role="rowheader" data-name="Line">%d</th>%s%s%s%s%s%s</tr>
            """.formatted(
                        line.line(),
                        cell("Number", line.number()),
                        cell("Operation", line.word()),
                        cell("Outcome", line.outcome().status().name()),
                        cell("Code", line.outcome().reason().name()),
                        cell("What happened", line.message()),
                        cell("What to do", line.outcome().advice()));
    }

    private static String cell(String name, String text) {
        return "<td role=\"cell\" data-name=\"" + name + "\" dir=\"auto\">" + Html.text(text) + "</td>";
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
                        api.owner(),
                        Html.count(count.sent()),
                        Html.count(count.throttled()),
                        Html.count(count.retried()))));
        return """
            <div class="scroll" role="region" aria-label="Calls per API" tabindex="0"><table>
            <caption>What was sent to the services; throttled calls were too fast and are among the sent ones</caption>
            <thead><tr><th scope="col">API</th><th scope="col">Service</th><th scope="col" class="number">Sent</th>\
            <th scope="col" class="number">Throttled</th><th scope="col" class="number">Repeated</th></tr></thead>
            <tbody>
            %s</tbody>
            </table></div>\
            """.formatted(body);
    }
}
