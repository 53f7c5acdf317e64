package io.numberferry.manifest;

import io.numberferry.domain.Reason;
import io.numberferry.domain.Target;
import java.util.Optional;

/// Finds a row's target: in its own cell, or else in the job's settings.
final class TargetColumn {
    private final TargetCell parser;
    private final Optional<String> jobTarget;
    private final String prefix;

    TargetColumn(Header header, Optional<String> jobTarget, Home home) {
        this.parser = new TargetCell(home);
        this.jobTarget = jobTarget.map(CellText::trim).filter(text -> !text.isEmpty());
        this.prefix = prefix(ColumnAlias.key(header.spelling(Column.TARGET)));
    }

    /// Empty when there is none or it is at fault; the row then knows.
    Optional<Target> read(RowReading row) {
        if (!row.text(Column.TARGET).isEmpty()) {
            return row.value(Column.TARGET, text -> parser.parse(isBare(text) ? prefix + text : text));
        }
        if (jobTarget.isPresent()) {
            return row.take(Column.TARGET, ofJob(parser.parse(jobTarget.get())));
        }
        row.add(Fault.of(
                Column.TARGET,
                Reason.MISSING_VALUE,
                row.missing(Column.TARGET),
                "Fill in the target, or set one for the whole job."));
        return Optional.empty();
    }

    private static Cell<Target> ofJob(Cell<Target> cell) {
        return switch (cell) {
            case Cell.Read<Target> read -> read;
            case Cell.Refused<Target>(Reason code, String reason, String advice) ->
                Cell.refused(code, "the target set for the job is at fault: " + reason, advice);
        };
    }

    private static boolean isBare(String text) {
        return text.indexOf('/') < 0 && text.indexOf(':') < 0;
    }

    /// What the column's own name says about an id that stands alone in it.
    private static String prefix(String key) {
        if (key.startsWith("instance") || key.startsWith("connectinstance")) {
            return "instance/";
        }
        if (key.startsWith("tdg") || key.startsWith("trafficdistributiongroup")) {
            return "traffic-distribution-group/";
        }
        if (key.startsWith("voiceconnectorgroup")) {
            return "vcg/";
        }
        return key.startsWith("voiceconnector") ? "vc/" : "";
    }
}
