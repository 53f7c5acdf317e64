package io.numberferry.manifest;

import java.io.IOException;
import java.io.Serial;

/// A file goes on after the most bytes it may have.
final class FileTooLongException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;
}
