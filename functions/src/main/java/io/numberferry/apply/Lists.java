package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.Failure;
import io.numberferry.domain.Reply;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads lists page by page. A list that was cut off is never taken for its end.
record Lists(Caller caller) {

    /// Asks for one page.
    interface Source<T> {
        /// @param next the token of the page wanted; empty for the first
        Reply<Page<T>> page(Optional<String> next);
    }

    /// Reads a list whole.
    ///
    /// @throws InventoryException when it could not be read to its end
    <T> void whole(Api api, Source<T> source, Consumer<? super T> each) throws InterruptedException {
        Optional<Failure> failure = read(api, source, each);
        if (failure.isPresent()) {
            throw cutOff(api, failure.get());
        }
    }

    /// Reads which number of an instance rings which flow.
    ///
    /// @throws InventoryException when the list could not be read to its end
    void flows(ConnectNumbers connect, String instanceId, Consumer<? super ConnectNumbers.FlowAssociation> each)
            throws InterruptedException {
        whole(Api.LIST_FLOW_ASSOCIATIONS, next -> connect.listFlowAssociations(instanceId, next), each);
    }

    /// Reads the tags of all numbers.
    ///
    /// @throws InventoryException when the list could not be read to its end
    void tags(NumberTags tags, Consumer<? super NumberTags.Tagged> each) throws InterruptedException {
        whole(Api.GET_RESOURCES, tags::list, each);
    }

    /// Reads a list whole, or says why the service does not give it.
    ///
    /// @throws InventoryException when it could not be read to its end for want of an answer or of time
    <T> Optional<Failure> ifAllowed(Api api, Source<T> source, Consumer<? super T> each) throws InterruptedException {
        Optional<Failure> failure = read(api, source, each);
        if (failure.isPresent() && !isAnswer(failure.get())) {
            throw cutOff(api, failure.get());
        }
        return failure;
    }

    /// Tells whether a failure is what the service has to say, and not want of an answer or of time.
    static boolean isAnswer(Failure failure) {
        return switch (failure.kind()) {
            case THROTTLED, TRANSIENT, OUT_OF_TIME, STOPPED -> false;
            case RECONCILE, ROW, TARGET, JOB -> true;
        };
    }

    static InventoryException cutOff(Api api, Failure failure) {
        return new InventoryException(api.qualifiedName() + " could not be read to its end: " + failure.sentence());
    }

    private <T> Optional<Failure> read(Api api, Source<T> source, Consumer<? super T> each)
            throws InterruptedException {
        Optional<String> next = Optional.empty();
        do {
            Optional<String> token = next;
            switch (caller.call(api, () -> source.page(token)).reply()) {
                case Reply.Ok<Page<T>>(Page<T> page) -> {
                    page.entries().forEach(each);
                    next = page.next();
                }
                case Reply.Refused<Page<T>>(Failure failure) -> {
                    return Optional.of(failure);
                }
            }
        } while (next.isPresent());
        return Optional.empty();
    }
}
