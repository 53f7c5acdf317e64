package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.deploy.Template;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The environment variables of template.yaml against those that [Settings] reads.
class VariablesTest {
    /// Lambda sets it, and refuses templates that do.
    private static final String SET_BY_LAMBDA = "AWS_REGION";

    private final Template template = Template.read();

    /// Remembers what it was asked for.
    private static final class Asked extends AbstractMap<String, String> {
        private final Set<String> names = new TreeSet<>();

        @Override
        public @Nullable String get(@Nullable Object name) {
            names.add(String.valueOf(name));
            return SettingsTest.COMPLETE.get(name);
        }

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            return Set.of();
        }
    }

    @Test
    void everyVariableThatSettingsReadsIsDeclaredAndNoneIsLeftOver() {
        Asked asked = new Asked();
        Settings.from(asked);
        Set<String> declared = new TreeSet<>();
        template.functions().forEach(function -> declared.addAll(template.variables(function)));
        asked.names.remove(SET_BY_LAMBDA);

        assertThat(declared).isEqualTo(asked.names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPORT_TARGET_ARNS", "EXPORT_CHIME"})
    void onlyTheFunctionThatExportsKnowsWhatTo(String variable) {
        for (String function : template.functions()) {
            assertThat(template.variables(function).contains(variable))
                    .as(function)
                    .isEqualTo(function.equals("ExportFunction"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATE_MACHINE_ARN", "INPUT_BUCKET"})
    void onlyTheFunctionThatStartsJobsKnowsWhatItStartsAndForWhichBucket(String variable) {
        for (String function : template.functions()) {
            assertThat(template.variables(function).contains(variable))
                    .as(function)
                    .isEqualTo(function.equals("SubmitFunction"));
        }
    }

    @Test
    void onlyTheFunctionThatClosesKnowsHowLongOthersWork() {
        for (String function : template.functions()) {
            assertThat(template.variables(function).contains("WORKERS_GONE_SECONDS"))
                    .as(function)
                    .isEqualTo(function.equals("CloseFunction"));
        }
    }

    /// The bucket cannot be referred to: it needs the function first.
    @Test
    void theInputBucketHasTheNameThatTheFunctionKnows() {
        assertThat(template.resource("InputBucket").at("/Properties/BucketName"))
                .isEqualTo(template.resource("SubmitFunction").at("/Properties/Environment/Variables/INPUT_BUCKET"));
    }

    /// The SDK reads them, too, and takes a blank one for an endpoint: then no call reaches AWS.
    @Test
    void endpointsAreDeclaredButNotSet() {
        template.root().at("/Globals/Function/Environment/Variables").properties().stream()
                .filter(variable -> variable.getKey().startsWith("AWS_ENDPOINT_URL"))
                .forEach(variable -> assertThat(variable.getValue().path("Ref").asText())
                        .as(variable.getKey())
                        .isEqualTo("AWS::NoValue"));
    }
}
