package io.numberferry.sandbox.simulator.world;

/// Makes the ARNs of one account in one Region.
///
/// @param region for example `us-west-2`
/// @param accountId twelve digits
public record Arns(String region, String accountId) {

    public String instance(String id) {
        return connect("instance/" + id);
    }

    public String trafficDistributionGroup(String id) {
        return connect("traffic-distribution-group/" + id);
    }

    public String phoneNumber(String id) {
        return connect("phone-number/" + id);
    }

    public String flow(String instanceId, String id) {
        return connect("instance/" + instanceId + "/contact-flow/" + id);
    }

    public String voiceConnector(String id) {
        return "arn:aws:chime:" + region + ":" + accountId + ":vc/" + id;
    }

    public String voiceConnectorGroup(String id) {
        return "arn:aws:chime:" + region + ":" + accountId + ":vcg/" + id;
    }

    private String connect(String resource) {
        return "arn:aws:connect:" + region + ":" + accountId + ":" + resource;
    }
}
