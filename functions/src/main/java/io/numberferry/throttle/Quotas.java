package io.numberferry.throttle;

import io.numberferry.domain.Api;
import io.numberferry.domain.Quota;
import io.numberferry.domain.Service;
import java.util.EnumMap;
import java.util.Map;

/// The quota of every API.
///
/// @param byApi only those that differ from their service's
public record Quotas(Quota connect, Quota chime, Map<Api, Quota> byApi) {
    /// "All operations have a RateLimit of 2 requests per second and a BurstLimit of 5", and no phone-number
    /// operation is among the exceptions: Amazon Connect administrator guide, "service quotas", read 2026.
    public static final Quota CONNECT_DEFAULT = new Quota(2, 5);

    /// Chime SDK Voice publishes no rate for its phone-number operations; Connect's is taken as the careful
    /// guess.
    public static final Quota CHIME_DEFAULT = new Quota(2, 5);

    /// No rate was found published for GetResources; as careful a guess as that for Chime.
    private static final Quota TAGGING_DEFAULT = new Quota(2, 5);

    public Quotas {
        Map<Api, Quota> all = new EnumMap<>(Map.of(Api.GET_RESOURCES, TAGGING_DEFAULT));
        all.putAll(byApi);
        byApi = Map.copyOf(all);
    }

    public static Quotas defaults() {
        return new Quotas(CONNECT_DEFAULT, CHIME_DEFAULT, Map.of());
    }

    public Quota of(Api api) {
        Quota ofService = api.service() == Service.CONNECT ? connect : chime;
        return byApi.getOrDefault(api, ofService);
    }

    /// Every quota, larger or smaller by one factor.
    public Quotas times(double factor) {
        Map<Api, Quota> scaled = new EnumMap<>(Api.class);
        byApi.forEach((api, quota) -> scaled.put(api, quota.times(factor)));
        return new Quotas(connect.times(factor), chime.times(factor), scaled);
    }
}
