package io.numberferry.sandbox.simulator.connect;

import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.wire.ErrorType;
import io.numberferry.sandbox.simulator.wire.Members;
import io.numberferry.sandbox.simulator.world.Arns;
import io.numberferry.sandbox.simulator.world.Directory;
import io.numberferry.sandbox.simulator.world.Instance;
import io.numberferry.sandbox.simulator.world.Place;
import java.util.Optional;

/// Finds the instance or traffic distribution group that a request means.
final class Places {
    private final Directory directory;

    Places(Account account) {
        this.directory = account.connect().directory();
    }

    /// The place for a number, by `TargetArn` or `InstanceId`. It must be active.
    Place target(Members body) {
        Place place = filter(body).orElseThrow(() -> Parameters.invalid("TargetArn or InstanceId is required"));
        if (!place.active()) {
            throw Parameters.notFound("An active resource " + place.arn());
        }
        return place;
    }

    /// The place whose numbers are wanted; empty for all.
    Optional<Place> filter(Members body) {
        Optional<Place> byId = body.text("InstanceId").map(this::instance).map(directory::place);
        Optional<Place> byArn = body.text("TargetArn").map(this::byArn);
        if (byId.isPresent() && byArn.isPresent() && !byId.equals(byArn)) {
            throw Parameters.invalid("TargetArn and InstanceId are not the same instance");
        }
        return byArn.or(() -> byId);
    }

    /// An instance by its id. An ARN in the place of an id is denied, as the real service builds an ARN from
    /// it.
    Instance instance(String id) {
        if (id.startsWith("arn:")) {
            throw ErrorType.ACCESS_DENIED.refusal("Not authorized to access resource instance/" + id);
        }
        return directory.instance(id).orElseThrow(() -> Parameters.notFound("Instance " + id));
    }

    private Place byArn(String arn) {
        return directory.place(arn).orElseThrow(() -> {
            Arns arns = directory.arns();
            boolean foreign = arn.startsWith("arn:") && !arn.contains(":" + arns.accountId() + ":");
            return foreign
                    ? ErrorType.ACCESS_DENIED.refusal("Not authorized to access resource " + arn)
                    : Parameters.notFound("Resource " + arn);
        });
    }
}
