package io.numberferry.aws.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.NumberLimits;
import io.numberferry.aws.Wire;
import io.numberferry.domain.NumberLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceQuotasTest {
    private static final String INSTANCE =
            "arn:aws:connect:us-west-2:111122223333:instance/b0a7b0a7-0001-4000-8000-000000000001";

    private final Wire wire = new Wire();
    private final NumberLimits limits = new ServiceQuotas(wire.clients().serviceQuotas());

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void theInstanceIsTheContext() {
        wire.answers(200, """
                {"Quota": {"ServiceCode": "connect", "QuotaCode": "L-8F812903", "Value": 250.0}}""");

        assertThat(limits.of(INSTANCE)).isEqualTo(new NumberLimit.Known(250));
        assertThat(wire.request().header("X-Amz-Target")).isEqualTo("ServiceQuotasV20190624.GetServiceQuota");
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {"ServiceCode": "connect", "QuotaCode": "L-8F812903", "ContextId": "%s"}""".formatted(INSTANCE)));
        assertThat(wire.request().header("amz-sdk-request")).isEqualTo("attempt=1; max=1");
    }

    @Test
    void anInstanceWithoutAValueOfItsOwnIsAskedForAgainAsTheAccount() {
        wire.refuses(400, "NoSuchResourceException", "no such quota");

        assertThat(limits.of(INSTANCE)).isEqualTo(new NumberLimit.Unread("Service Quotas has no value for it"));
        assertThat(wire.requests())
                .extracting(request -> request.json().has("ContextId"))
                .containsExactly(true, false);
    }

    @Test
    void aMissingPermissionIsNamed() {
        wire.refuses(400, "AccessDeniedException", "not authorized");

        assertThat(limits.of(INSTANCE))
                .isEqualTo(new NumberLimit.Unread(
                        "servicequotas:GetServiceQuota: not authorized (AccessDeniedException)"));
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void anAnswerWithoutAValueAndNoAnswerAtAllAreNoLimit() {
        wire.answers(200, "{}");
        assertThat(limits.of(INSTANCE)).isInstanceOf(NumberLimit.Unread.class);

        wire.dropsTheConnection();
        assertThat(limits.of(INSTANCE)).isInstanceOf(NumberLimit.Unread.class);
    }
}
