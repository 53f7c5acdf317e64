package io.numberferry.aws.quotas;

import io.numberferry.apply.NumberLimits;
import io.numberferry.aws.Answer;
import io.numberferry.aws.ServiceFault;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberLimit;
import io.numberferry.domain.Reply;
import java.util.Optional;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.GetServiceQuotaRequest;
import software.amazon.awssdk.services.servicequotas.model.GetServiceQuotaResponse;

/// Asks Service Quotas for "Phone numbers per instance". An instance without a value of its own has the value of
/// the account.
public final class ServiceQuotas implements NumberLimits {
    private static final String SERVICE = "connect";

    /// "Phone numbers per instance", Amazon Connect service quotas, read 2026-11.
    private static final String QUOTA = "L-8F812903";

    /// Where Service Quotas has no such value, its code for that, without `Exception`.
    private static final String NO_VALUE = "NoSuchResource";

    private final ServiceQuotasClient quotas;

    /// @param quotas makes one attempt a call: what is asked is worth no waiting
    public ServiceQuotas(ServiceQuotasClient quotas) {
        this.quotas = quotas;
    }

    @Override
    public NumberLimit of(String instanceArn) {
        Reply<Optional<Double>> own = value(Optional.of(instanceArn));
        boolean hasNone = own instanceof Reply.Ok<Optional<Double>>(var value) && value.isEmpty();
        return limit(hasNone ? value(Optional.empty()) : own);
    }

    private static NumberLimit limit(Reply<Optional<Double>> reply) {
        return switch (reply) {
            case Reply.Ok<Optional<Double>>(var value) ->
                value.<NumberLimit>map(numbers -> new NumberLimit.Known(numbers.longValue()))
                        .orElseGet(() -> new NumberLimit.Unread("Service Quotas has no value for it"));
            case Reply.Refused<Optional<Double>>(Failure failure) ->
                new NumberLimit.Unread("servicequotas:GetServiceQuota: " + failure.sentence());
        };
    }

    /// @return empty where there is none
    private Reply<Optional<Double>> value(Optional<String> context) {
        GetServiceQuotaRequest request = GetServiceQuotaRequest.builder()
                .serviceCode(SERVICE)
                .quotaCode(QUOTA)
                .contextId(context.orElse(null))
                .build();
        return Answer.to(
                () -> quotas.getServiceQuota(request),
                answer -> Reply.ok(valueIn(answer)),
                fault -> fault.name().equals(NO_VALUE) ? Reply.ok(Optional.empty()) : refused(fault));
    }

    private static Optional<Double> valueIn(GetServiceQuotaResponse answer) {
        return Optional.ofNullable(answer.quota()).flatMap(quota -> Optional.ofNullable(quota.value()));
    }

    private static <T> Reply<T> refused(ServiceFault fault) {
        return Reply.refused(fault.kind(), fault.code(), fault.message());
    }
}
