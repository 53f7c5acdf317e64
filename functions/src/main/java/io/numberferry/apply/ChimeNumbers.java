package io.numberferry.apply;

import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.ProductType;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import java.util.List;
import java.util.Optional;

/// The calls to Amazon Chime SDK Voice, one request per call: no retries, no waiting.
///
/// Nothing is thrown for what a service or a network does; that is a [Reply.Refused], classified. Safe for
/// use by several threads.
public interface ChimeNumbers {

    /// AssociatePhoneNumbersWithVoiceConnectorGroup or …WithVoiceConnector, by the target's type.
    ///
    /// @return the numbers refused; a number that is absent from the list was associated
    Reply<List<NumberError>> associate(Target.OnChime target, List<PhoneNumber> numbers, boolean force);

    /// DisassociatePhoneNumbersFromVoiceConnectorGroup or …FromVoiceConnector.
    Reply<List<NumberError>> disassociate(Target.OnChime target, List<PhoneNumber> numbers);

    /// UpdatePhoneNumber for a single change, BatchUpdatePhoneNumber for several.
    ///
    /// @param changes one detail of one number each, no number twice
    Reply<List<NumberError>> update(List<Change> changes);

    /// GetPhoneNumber; empty when Chime does not hold the number.
    Reply<Optional<Standing.OnChime>> get(PhoneNumber number);

    /// ListPhoneNumbers, one page of up to 100.
    Reply<Page<Held>> list(Optional<String> next);

    /// GetVoiceConnector or GetVoiceConnectorGroup, by the target's type; false when Chime knows no such target.
    Reply<Boolean> exists(Target.OnChime target);

    /// An entry of `PhoneNumberErrors`.
    ///
    /// @param numberId as the service wrote it: `+1…`, `%2B1…`, bare digits, or something else
    /// @param code as the service wrote it, which may be a word that the model does not know
    record NumberError(String numberId, String code, String message) {}

    /// A number and where it stands, from a list.
    record Held(PhoneNumber number, Standing.OnChime standing) {}

    /// One detail of one number.
    record Change(PhoneNumber number, Detail detail) {}

    /// The details that can be changed, one a call.
    sealed interface Detail {
        record Product(ProductType type) implements Detail {}

        /// @param value empty text empties it
        record CallingName(String value) implements Detail {}

        /// @param value empty text empties it
        record Name(String value) implements Detail {}
    }
}
