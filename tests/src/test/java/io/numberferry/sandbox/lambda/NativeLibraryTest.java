package io.numberferry.sandbox.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
    @TempDir
    private Path folder;

    /// Jvms that start at once had written it to one place, and died of it.
    @Test
    void eachDeploymentHasALibraryOfItsOwn() throws IOException {
        List<String> options = NativeLibrary.options(folder);
        Assumptions.assumeFalse(options.isEmpty(), "the library is not known for this machine");
        Path library = Path.of(options.getFirst().substring(options.getFirst().indexOf('=') + 1));

        assertThat(options).hasSize(1).first().asString().startsWith("-Dcom.amazonaws.services.lambda.runtime.");
        assertThat(library).hasParent(folder);
        assertThat(Files.size(library)).isPositive();
    }
}
