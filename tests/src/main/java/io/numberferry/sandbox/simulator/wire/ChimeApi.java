package io.numberferry.sandbox.simulator.wire;

/// The operations of Chime SDK Voice that are simulated, with the routes of the model `chime-sdk-voice`
/// 2022-08-03.
public enum ChimeApi implements Api {
    ASSOCIATE_WITH_GROUP(
            "AssociatePhoneNumbersWithVoiceConnectorGroup",
            "POST /voice-connector-groups/{voiceConnectorGroupId}?operation=associate-phone-numbers"),
    ASSOCIATE_WITH_CONNECTOR(
            "AssociatePhoneNumbersWithVoiceConnector",
            "POST /voice-connectors/{voiceConnectorId}?operation=associate-phone-numbers"),
    DISASSOCIATE_FROM_GROUP(
            "DisassociatePhoneNumbersFromVoiceConnectorGroup",
            "POST /voice-connector-groups/{voiceConnectorGroupId}?operation=disassociate-phone-numbers"),
    DISASSOCIATE_FROM_CONNECTOR(
            "DisassociatePhoneNumbersFromVoiceConnector",
            "POST /voice-connectors/{voiceConnectorId}?operation=disassociate-phone-numbers"),
    UPDATE_PHONE_NUMBER("UpdatePhoneNumber", "POST /phone-numbers/{phoneNumberId}"),
    BATCH_UPDATE("BatchUpdatePhoneNumber", "POST /phone-numbers?operation=batch-update"),
    GET_PHONE_NUMBER("GetPhoneNumber", "GET /phone-numbers/{phoneNumberId}"),
    LIST_PHONE_NUMBERS("ListPhoneNumbers", "GET /phone-numbers"),
    GET_CONNECTOR("GetVoiceConnector", "GET /voice-connectors/{voiceConnectorId}"),
    GET_GROUP("GetVoiceConnectorGroup", "GET /voice-connector-groups/{voiceConnectorGroupId}"),
    LIST_CONNECTORS("ListVoiceConnectors", "GET /voice-connectors"),
    LIST_GROUPS("ListVoiceConnectorGroups", "GET /voice-connector-groups");

    private final String operation;
    private final String route;

    ChimeApi(String operation, String route) {
        this.operation = operation;
        this.route = route;
    }

    @Override
    public Service service() {
        return Service.CHIME;
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
