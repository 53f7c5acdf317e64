package io.numberferry.sandbox.simulator.wire;

/// The operations of Amazon Connect that are simulated, with the routes of the model `connect` 2017-08-08.
public enum ConnectApi implements Api {
    CLAIM_PHONE_NUMBER("ClaimPhoneNumber", "POST /phone-number/claim"),
    UPDATE_PHONE_NUMBER("UpdatePhoneNumber", "PUT /phone-number/{PhoneNumberId}"),
    UPDATE_PHONE_NUMBER_METADATA("UpdatePhoneNumberMetadata", "PUT /phone-number/{PhoneNumberId}/metadata"),
    RELEASE_PHONE_NUMBER("ReleasePhoneNumber", "DELETE /phone-number/{PhoneNumberId}"),
    DESCRIBE_PHONE_NUMBER("DescribePhoneNumber", "GET /phone-number/{PhoneNumberId}"),
    LIST_PHONE_NUMBERS_V2("ListPhoneNumbersV2", "POST /phone-number/list"),
    SEARCH_AVAILABLE("SearchAvailablePhoneNumbers", "POST /phone-number/search-available"),
    ASSOCIATE_FLOW("AssociatePhoneNumberContactFlow", "PUT /phone-number/{PhoneNumberId}/contact-flow"),
    DISASSOCIATE_FLOW("DisassociatePhoneNumberContactFlow", "DELETE /phone-number/{PhoneNumberId}/contact-flow"),
    LIST_FLOW_ASSOCIATIONS("ListFlowAssociations", "GET /flow-associations-summary/{InstanceId}"),
    BATCH_GET_FLOW_ASSOCIATION("BatchGetFlowAssociation", "POST /flow-associations-batch/{InstanceId}"),
    LIST_CONTACT_FLOWS("ListContactFlows", "GET /contact-flows-summary/{InstanceId}"),
    DESCRIBE_CONTACT_FLOW("DescribeContactFlow", "GET /contact-flows/{InstanceId}/{ContactFlowId}"),
    DESCRIBE_INSTANCE("DescribeInstance", "GET /instance/{InstanceId}"),
    DESCRIBE_GROUP("DescribeTrafficDistributionGroup", "GET /traffic-distribution-group/{TrafficDistributionGroupId}"),
    LIST_GROUPS("ListTrafficDistributionGroups", "GET /traffic-distribution-groups"),
    TAG_RESOURCE("TagResource", "POST /tags/{resourceArn}"),
    UNTAG_RESOURCE("UntagResource", "DELETE /tags/{resourceArn}"),
    LIST_TAGS("ListTagsForResource", "GET /tags/{resourceArn}");

    private final String operation;
    private final String route;

    ConnectApi(String operation, String route) {
        this.operation = operation;
        this.route = route;
    }

    @Override
    public Service service() {
        return Service.CONNECT;
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public String route() {
        return route;
    }
}
