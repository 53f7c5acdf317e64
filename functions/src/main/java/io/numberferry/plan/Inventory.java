package io.numberferry.plan;

import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Service;
import io.numberferry.domain.Standing;
import java.util.Collections;
import java.util.Map;

/// Where the numbers of a file stand now, as the services' lists say.
///
/// @param connect only services that were read are asked; numbers that are not in the map are not owned. Not
///     copied, as it can be large: it must not change any more
/// @param chime likewise
public record Inventory(Map<PhoneNumber, Standing.OnConnect> connect, Map<PhoneNumber, Standing.OnChime> chime) {
    public Inventory {
        connect = Collections.unmodifiableMap(connect);
        chime = Collections.unmodifiableMap(chime);
    }

    public Standing of(Service service, PhoneNumber number) {
        Standing found = service == Service.CONNECT ? connect.get(number) : chime.get(number);
        return found == null ? new Standing.Absent() : found;
    }
}
