package io.numberferry.aws.chime;

import io.numberferry.apply.ChimeNumbers.Change;
import io.numberferry.apply.ChimeNumbers.Detail;
import java.util.List;
import software.amazon.awssdk.services.chimesdkvoice.model.BatchUpdatePhoneNumberRequest;
import software.amazon.awssdk.services.chimesdkvoice.model.UpdatePhoneNumberRequest;
import software.amazon.awssdk.services.chimesdkvoice.model.UpdatePhoneNumberRequestItem;

/// Writes the requests that change details: one detail of a number in each, as the API demands.
final class ChimeRequests {
    private ChimeRequests() {}

    static UpdatePhoneNumberRequest update(Change change) {
        UpdatePhoneNumberRequest.Builder request =
                UpdatePhoneNumberRequest.builder().phoneNumberId(change.number().e164());
        switch (change.detail()) {
            case Detail.Product(var type) -> request.productType(type.wireName());
            case Detail.CallingName(String value) -> request.callingName(value);
            case Detail.Name(String value) -> request.name(value);
        }
        return request.build();
    }

    static BatchUpdatePhoneNumberRequest batch(List<Change> changes) {
        return BatchUpdatePhoneNumberRequest.builder()
                .updatePhoneNumberRequestItems(
                        changes.stream().map(ChimeRequests::item).toList())
                .build();
    }

    private static UpdatePhoneNumberRequestItem item(Change change) {
        UpdatePhoneNumberRequestItem.Builder item = UpdatePhoneNumberRequestItem.builder()
                .phoneNumberId(change.number().e164());
        switch (change.detail()) {
            case Detail.Product(var type) -> item.productType(type.wireName());
            case Detail.CallingName(String value) -> item.callingName(value);
            case Detail.Name(String value) -> item.name(value);
        }
        return item.build();
    }
}
