package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.logging.argument.StructuredArguments;

/// Tells the log when a function begins and when it ends its work. While it is open, every line of its thread
/// carries what the work is about, for example the job, as fields. No number of a person's is ever among
/// them.
///
/// For use by the thread that opened it.
final class WorkLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkLog.class);

    private final long beganNanos = System.nanoTime();

    private WorkLog() {}

    /// @param about names and values of the fields
    static WorkLog begin(Context context, Map<String, String> about) {
        PowertoolsLogging.initializeLogging(context);
        about.forEach(MDC::put);
        LOG.info("begins");
        return new WorkLog();
    }

    /// Without this line, the work ended in what was thrown, which Lambda logs.
    ///
    /// @param answer of the function
    /// @param counts what it came to
    /// @return the answer
    <T> T ended(T answer, Map<String, ?> counts) {
        Map<String, Object> fields = new LinkedHashMap<>(counts);
        fields.put(
                "durationMillis",
                Duration.ofNanos(System.nanoTime() - beganNanos).toMillis());
        LOG.info("ended", StructuredArguments.entries(fields));
        return answer;
    }

    @Override
    public void close() {
        PowertoolsLogging.clearState(true);
    }
}
