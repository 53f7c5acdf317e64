package io.numberferry.report;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.Job;
import io.numberferry.domain.Warning;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a report says about its job, apart from the rows.
///
/// @param contents what the plan found in the manifest
/// @param estimate the plan's figures by name, units in the names, kept in the given order; flat
/// @param warnings what the plan noticed that settles no row
/// @param calls what was sent, per API; an API without calls may be left out
/// @param paces when it was sent, per API, as far as it is known
public record ReportJob(
        Job job,
        Contents contents,
        Ending ending,
        Map<String, BigDecimal> estimate,
        List<Warning> warnings,
        Map<Api, CallCount> calls,
        Map<Api, CallPace> paces) {

    public ReportJob {
        estimate = Collections.unmodifiableMap(new LinkedHashMap<>(estimate));
        warnings = List.copyOf(warnings);
        calls = inOrder(calls);
        paces = inOrder(paces);
    }

    private static <T> Map<Api, T> inOrder(Map<Api, T> byApi) {
        Map<Api, T> inOrder = new EnumMap<>(Api.class);
        inOrder.putAll(byApi);
        return Collections.unmodifiableMap(inOrder);
    }

    /// @param sha256 of the manifest's bytes, in lower-case hex; empty when it was not taken
    /// @param header the column names as the file spells them, in the file's order
    /// @param rows how many rows the plan counted: as many must come
    public record Contents(Optional<String> sha256, List<String> header, int rows) {
        public Contents {
            header = List.copyOf(header);
        }
    }
}
