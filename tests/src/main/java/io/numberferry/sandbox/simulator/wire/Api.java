package io.numberferry.sandbox.simulator.wire;

import java.util.List;
import java.util.stream.Stream;

/// One operation of one service.
public sealed interface Api permits ConnectApi, ChimeApi {

    Service service();

    /// The operation's name in its service's model.
    String operation();

    /// Where the operation is found, as the service models write it: `PUT /phone-number/{PhoneNumberId}`.
    String route();

    /// A name that is unique over both services, for example `connect:UpdatePhoneNumber`.
    default String qualifiedName() {
        return service().prefix() + ":" + operation();
    }

    static List<Api> all() {
        return Stream.<Api>concat(Stream.of(ConnectApi.values()), Stream.of(ChimeApi.values()))
                .toList();
    }

    /// The operations that a name means: one for a qualified name, two for `UpdatePhoneNumber`, all of a
    /// service for `connect:*` or `chime:*`, all for `*`, none for an unknown name.
    static List<Api> named(String name) {
        return all().stream()
                .filter(api -> name.equals("*")
                        || name.equals(api.operation())
                        || name.equals(api.qualifiedName())
                        || name.equals(api.service().prefix() + ":*"))
                .toList();
    }
}
