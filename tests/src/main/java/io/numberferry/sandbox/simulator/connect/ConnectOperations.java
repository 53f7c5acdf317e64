package io.numberferry.sandbox.simulator.connect;

import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.state.TokenBook;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.ConnectApi;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.world.ConnectNumber;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Amazon Connect. Not safe for use by several threads.
public final class ConnectOperations {
    private final Account account;
    private final TokenBook tokens;
    private final Numbers numbers;
    private final NumberLists lists;
    private final FlowLinks flows;
    private final Resources resources;
    private final Tags tags;

    public ConnectOperations(Account account) {
        this.account = account;
        this.tokens = account.tokens();
        Places places = new Places(account);
        this.numbers = new Numbers(account, places);
        this.lists = new NumberLists(account, places);
        this.flows = new FlowLinks(account, places, numbers);
        this.resources = new Resources(account, places);
        this.tags = new Tags(account);
    }

    /// @throws io.numberferry.sandbox.simulator.wire.Refusal when the service refuses the call
    public Answer answer(ConnectApi api, Request request) {
        return switch (api) {
            case CLAIM_PHONE_NUMBER -> tokens.once(request, numbers::claim);
            case UPDATE_PHONE_NUMBER -> tokens.once(request, numbers::move);
            case UPDATE_PHONE_NUMBER_METADATA -> tokens.once(request, numbers::changeMetadata);
            case RELEASE_PHONE_NUMBER -> tokens.once(request, numbers::release);
            case DESCRIBE_PHONE_NUMBER -> numbers.describe(request);
            case LIST_PHONE_NUMBERS_V2 -> lists.list(request);
            case SEARCH_AVAILABLE -> lists.search(request);
            case ASSOCIATE_FLOW -> flows.attach(request);
            case DISASSOCIATE_FLOW -> flows.detach(request);
            case LIST_FLOW_ASSOCIATIONS -> flows.list(request);
            case BATCH_GET_FLOW_ASSOCIATION -> flows.batch(request);
            case LIST_CONTACT_FLOWS -> resources.listFlows(request);
            case DESCRIBE_CONTACT_FLOW -> resources.describeFlow(request);
            case DESCRIBE_INSTANCE -> resources.describeInstance(request);
            case DESCRIBE_GROUP -> resources.describeGroup(request);
            case LIST_GROUPS -> resources.listGroups(request);
            case TAG_RESOURCE -> tags.add(request);
            case UNTAG_RESOURCE -> tags.remove(request);
            case LIST_TAGS -> tags.list(request);
        };
    }

    /// The E.164 numbers that a request is about: what it says, and what its ids stand for.
    public Set<String> numbersIn(Request request) {
        Stream<String> said =
                request.body().node().path("PhoneNumber").asText("").lines();
        Stream<String> meant = Stream.of("PhoneNumberId", "resourceArn")
                .map(name -> Optional.ofNullable(request.path().get(name)))
                .flatMap(Optional::stream)
                .flatMap(id -> account.connect().byId(id, request.at()).map(ConnectNumber::phoneNumber).stream());
        return Stream.concat(said, meant).collect(Collectors.toSet());
    }
}
