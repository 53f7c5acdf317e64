package io.numberferry.aws.storage;

import io.numberferry.throttle.InMemoryQuotaStore;
import io.numberferry.throttle.QuotaStore;

class InMemoryQuotaStoreTest extends QuotaStoreContract {
    @Override
    QuotaStore store() {
        return new InMemoryQuotaStore();
    }
}
