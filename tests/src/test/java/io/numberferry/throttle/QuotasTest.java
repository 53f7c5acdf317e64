package io.numberferry.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private static final Quotas QUOTAS =
            new Quotas(new Quota(2, 5), new Quota(3, 6), Map.of(Api.DESCRIBE_PHONE_NUMBER, new Quota(10, 20)));

    @Test
    void anApiWithoutAQuotaOfItsOwnHasThatOfItsService() {
        assertThat(QUOTAS.of(Api.CLAIM_PHONE_NUMBER)).isEqualTo(new Quota(2, 5));
        assertThat(QUOTAS.of(Api.LIST_CHIME_NUMBERS)).isEqualTo(new Quota(3, 6));
    }

    @Test
    void anApiWithAQuotaOfItsOwnHasThat() {
        assertThat(QUOTAS.of(Api.DESCRIBE_PHONE_NUMBER)).isEqualTo(new Quota(10, 20));
    }

    @Test
    void aFactorScalesEveryQuota() {
        assertThat(QUOTAS.times(10))
                .isEqualTo(new Quotas(
                        new Quota(20, 50),
                        new Quota(30, 60),
                        Map.of(Api.DESCRIBE_PHONE_NUMBER, new Quota(100, 200), Api.GET_RESOURCES, new Quota(20, 50))));
    }

    @Test
    void theTaggingApiHasAQuotaOfItsOwnHoweverFastConnectMayBe() {
        assertThat(new Quotas(new Quota(20, 50), new Quota(30, 60), Map.of()).of(Api.GET_RESOURCES))
                .isEqualTo(new Quota(2, 5));
    }

    @Test
    void theDefaultsAreThoseOfTheAdministratorGuide() {
        assertThat(Quotas.defaults().of(Api.CLAIM_PHONE_NUMBER)).isEqualTo(new Quota(2, 5));
    }
}
