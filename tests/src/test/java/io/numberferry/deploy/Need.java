package io.numberferry.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.domain.Api;
import java.util.EnumSet;
import java.util.Set;

/// What IAM wants a role to name for a call, by the Service Authorization Reference.
enum Need {
    /// Any phone number of Connect in the account.
    NUMBERS,
    /// The instances of the parameters.
    INSTANCES,
    /// The traffic distribution groups of the parameters.
    GROUPS,
    /// Any flow of the instances of the parameters.
    FLOWS,
    /// The voice connectors of the parameters.
    CONNECTORS,
    /// Any voice connector of the account.
    ALL_CONNECTORS,
    /// The action knows no resources.
    ANYTHING;

    static Set<Need> of(Api api) {
        return switch (api) {
            case CLAIM_PHONE_NUMBER, UPDATE_PHONE_NUMBER -> EnumSet.of(NUMBERS, INSTANCES, GROUPS);
            case ASSOCIATE_CONTACT_FLOW -> EnumSet.of(NUMBERS, FLOWS);
            case UPDATE_PHONE_NUMBER_METADATA,
                    TAG_RESOURCE,
                    UNTAG_RESOURCE,
                    RELEASE_PHONE_NUMBER,
                    DISASSOCIATE_CONTACT_FLOW,
                    DESCRIBE_PHONE_NUMBER,
                    LIST_PHONE_NUMBERS_V2,
                    BATCH_GET_FLOW_ASSOCIATION -> EnumSet.of(NUMBERS);
            case LIST_FLOW_ASSOCIATIONS, DESCRIBE_INSTANCE -> EnumSet.of(INSTANCES);
            case LIST_CONTACT_FLOWS -> EnumSet.of(FLOWS);
            case DESCRIBE_TRAFFIC_DISTRIBUTION_GROUP -> EnumSet.of(GROUPS);
            case ASSOCIATE_WITH_CONNECTOR, DISASSOCIATE_FROM_CONNECTOR -> EnumSet.of(CONNECTORS);
            case GET_VOICE_CONNECTOR -> EnumSet.of(ALL_CONNECTORS);
            case GET_RESOURCES,
                    ASSOCIATE_WITH_GROUP,
                    DISASSOCIATE_FROM_GROUP,
                    UPDATE_CHIME_NUMBER,
                    BATCH_UPDATE_CHIME_NUMBERS,
                    GET_CHIME_NUMBER,
                    LIST_CHIME_NUMBERS,
                    GET_VOICE_CONNECTOR_GROUP -> EnumSet.of(ANYTHING);
        };
    }

    /// What the resource of a statement in template.yaml stands for.
    ///
    /// @throws IllegalArgumentException for one that no call needs
    static Need of(JsonNode resource) {
        String text = resource.toString();
        String home = "${AWS::Region}:${AWS::AccountId}:";
        return switch (text) {
            case "\"*\"" -> ANYTHING;
            case "{\"Ref\":\"ConnectInstanceArns\"}" -> INSTANCES;
            case "{\"Ref\":\"TrafficDistributionGroupArns\"}" -> GROUPS;
            case "{\"Ref\":\"VoiceConnectorArns\"}" -> CONNECTORS;
            case String sub when sub.equals(sub("connect:" + home + "phone-number/*")) -> NUMBERS;
            case String sub when sub.equals(sub("chime:" + home + "vc/*")) -> ALL_CONNECTORS;
            case String split when split.equals(FLOWS_OF_INSTANCES) -> FLOWS;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /// Each instance's ARN with the flows below it.
    private static final String FLOWS_OF_INSTANCES = "{\"Fn::Split\":[\",\",{\"Fn::Sub\":[\"${All}/contact-flow/*\","
            + "{\"All\":{\"Fn::Join\":[\"/contact-flow/*,\",{\"Ref\":\"ConnectInstanceArns\"}]}}]}]}";

    private static String sub(String arn) {
        return "{\"Fn::Sub\":\"arn:${AWS::Partition}:" + arn + "\"}";
    }
}
