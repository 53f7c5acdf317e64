package io.numberferry.aws;

/// Made-up credentials for services that are not AWS.
public record AccessKeys(String id, String secret) {
    public AccessKeys {
        if (id.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("access keys need an id and a secret");
        }
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "AccessKeys[" + id + "]";
    }
}
