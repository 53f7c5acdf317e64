package io.numberferry.function;

/// A job was started with a setting that it does not have, or a value that the setting cannot take.
public final class JobSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobSettingsException(String name, String value, String allowed) {
        super(
                value.isEmpty()
                        ? "a job has no setting " + name + ": use " + allowed
                        : "the job's setting " + name + " is " + value + ": use " + allowed);
    }
}
