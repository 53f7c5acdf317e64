package io.numberferry.aws.storage;

import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import java.util.Optional;

/// An outcome as flat JSON. The texts of the service go together, and so do id and ARN.
record OutcomeLine(
        Reason reason,
        String message,
        String advice,
        Optional<String> serviceCode,
        Optional<String> serviceText,
        Optional<String> numberId,
        Optional<String> numberArn,
        int attempts,
        String before,
        String after) {

    static OutcomeLine of(Outcome outcome) {
        return new OutcomeLine(
                outcome.reason(),
                outcome.message(),
                outcome.advice(),
                outcome.service().map(Outcome.ServiceError::code),
                outcome.service().map(Outcome.ServiceError::text),
                outcome.number().map(NumberId::id),
                outcome.number().map(NumberId::arn),
                outcome.attempts(),
                outcome.before(),
                outcome.after());
    }

    Outcome outcome() {
        return new Outcome(
                reason,
                message,
                advice,
                serviceCode.map(code -> new Outcome.ServiceError(code, serviceText.orElseThrow())),
                numberId.map(id -> new NumberId(id, numberArn.orElseThrow())),
                attempts,
                before,
                after);
    }
}
