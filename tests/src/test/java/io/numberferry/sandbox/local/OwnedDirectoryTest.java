package io.numberferry.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedDirectoryTest {
    @TempDir
    private Path parent = Path.of("");

    @Test
    void missingDirectoryIsMade() {
        try (var owned = OwnedDirectory.claim(parent.resolve("a/b"))) {
            assertThat(owned.path()).isDirectory();
        }
    }

    @Test
    void secondClaimIsRefused() {
        try (var first = OwnedDirectory.claim(parent)) {
            assertThatThrownBy(() -> OwnedDirectory.claim(first.path()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("%s is in use by another run; let that end, or choose another directory", parent);
        }
    }

    @Test
    void directoryThatWasGivenBackCanBeClaimedAgain() {
        OwnedDirectory.claim(parent).close();

        try (var owned = OwnedDirectory.claim(parent)) {
            assertThat(owned.path()).isEqualTo(parent);
        }
    }
}
