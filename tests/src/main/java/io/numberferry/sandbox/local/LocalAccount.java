package io.numberferry.sandbox.local;

/// What a client of the local services has to be given. Nothing here is a secret, and it opens nothing else.
public final class LocalAccount {
    public static final String ACCESS_KEY_ID = "local";
    public static final String SECRET_ACCESS_KEY = "local";

    /// Clients have to name a Region. The local services keep one set of buckets and tables, whatever is
    /// named.
    public static final String REGION = "us-west-2";

    static final String LOOPBACK = "127.0.0.1";

    private LocalAccount() {}
}
