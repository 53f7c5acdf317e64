package io.numberferry.domain;

import java.util.Locale;

/// One API operation that Numberferry calls. Each has a quota of its own, per account and Region.
///
/// The names are the operation names of the service models `connect` 2017-08-08, `chime-sdk-voice` 2022-08-03 and
/// `resourcegroupstaggingapi` 2017-01-26.
public enum Api {
    CLAIM_PHONE_NUMBER(Service.CONNECT, "ClaimPhoneNumber", Effect.WRITE),
    UPDATE_PHONE_NUMBER(Service.CONNECT, "UpdatePhoneNumber", Effect.WRITE),
    UPDATE_PHONE_NUMBER_METADATA(Service.CONNECT, "UpdatePhoneNumberMetadata", Effect.WRITE),
    TAG_RESOURCE(Service.CONNECT, "TagResource", Effect.WRITE),
    UNTAG_RESOURCE(Service.CONNECT, "UntagResource", Effect.WRITE),
    RELEASE_PHONE_NUMBER(Service.CONNECT, "ReleasePhoneNumber", Effect.WRITE),
    ASSOCIATE_CONTACT_FLOW(Service.CONNECT, "AssociatePhoneNumberContactFlow", Effect.WRITE),
    DISASSOCIATE_CONTACT_FLOW(Service.CONNECT, "DisassociatePhoneNumberContactFlow", Effect.WRITE),
    DESCRIBE_PHONE_NUMBER(Service.CONNECT, "DescribePhoneNumber", Effect.READ),
    LIST_PHONE_NUMBERS_V2(Service.CONNECT, "ListPhoneNumbersV2", Effect.READ),
    LIST_FLOW_ASSOCIATIONS(Service.CONNECT, "ListFlowAssociations", Effect.READ),
    BATCH_GET_FLOW_ASSOCIATION(Service.CONNECT, "BatchGetFlowAssociation", Effect.READ),
    LIST_CONTACT_FLOWS(Service.CONNECT, "ListContactFlows", Effect.READ),
    DESCRIBE_INSTANCE(Service.CONNECT, "DescribeInstance", Effect.READ),
    DESCRIBE_TRAFFIC_DISTRIBUTION_GROUP(Service.CONNECT, "DescribeTrafficDistributionGroup", Effect.READ),
    /// Of the Resource Groups Tagging API, about the tags of Connect's numbers, which no list of Connect has.
    GET_RESOURCES(Service.CONNECT, "tag", "AWS Resource Groups Tagging", "GetResources", Effect.READ),

    ASSOCIATE_WITH_GROUP(Service.CHIME, "AssociatePhoneNumbersWithVoiceConnectorGroup", Effect.WRITE),
    ASSOCIATE_WITH_CONNECTOR(Service.CHIME, "AssociatePhoneNumbersWithVoiceConnector", Effect.WRITE),
    DISASSOCIATE_FROM_GROUP(Service.CHIME, "DisassociatePhoneNumbersFromVoiceConnectorGroup", Effect.WRITE),
    DISASSOCIATE_FROM_CONNECTOR(Service.CHIME, "DisassociatePhoneNumbersFromVoiceConnector", Effect.WRITE),
    UPDATE_CHIME_NUMBER(Service.CHIME, "UpdatePhoneNumber", Effect.WRITE),
    BATCH_UPDATE_CHIME_NUMBERS(Service.CHIME, "BatchUpdatePhoneNumber", Effect.WRITE),
    GET_CHIME_NUMBER(Service.CHIME, "GetPhoneNumber", Effect.READ),
    LIST_CHIME_NUMBERS(Service.CHIME, "ListPhoneNumbers", Effect.READ),
    GET_VOICE_CONNECTOR(Service.CHIME, "GetVoiceConnector", Effect.READ),
    GET_VOICE_CONNECTOR_GROUP(Service.CHIME, "GetVoiceConnectorGroup", Effect.READ);

    private enum Effect {
        READ,
        WRITE
    }

    private final Service service;
    private final String owner;
    private final String operation;
    private final String qualifiedName;
    private final Effect effect;

    Api(Service service, String operation, Effect effect) {
        this(service, service.name().toLowerCase(Locale.ROOT), service.title(), operation, effect);
    }

    Api(Service service, String prefix, String owner, String operation, Effect effect) {
        this.service = service;
        this.owner = owner;
        this.operation = operation;
        this.qualifiedName = prefix + ":" + operation;
        this.effect = effect;
    }

    /// The service whose numbers it is about.
    public Service service() {
        return service;
    }

    /// The name that people know the service by that answers it.
    public String owner() {
        return owner;
    }

    /// The operation's name in its service's model. UpdatePhoneNumber exists in both services.
    public String operation() {
        return operation;
    }

    /// A name that is unique over all services, for example `connect:ClaimPhoneNumber`. It is the IAM action, too.
    public String qualifiedName() {
        return qualifiedName;
    }

    public boolean writes() {
        return effect == Effect.WRITE;
    }
}
