package io.numberferry.sandbox.simulator.wire;

import java.util.Map;
import java.util.TreeMap;

/// A call that the service refuses: thrown by an operation, caught once, where the answer is written.
public final class Refusal extends RuntimeException {
    private final String type;
    private final int status;
    private final Map<String, String> members = new TreeMap<>();

    public Refusal(String type, int status, String message) {
        super(message, null, false, false);
        this.type = type;
        this.status = status;
    }

    /// Adds a member to the error's body, beside its message.
    public Refusal with(String name, String value) {
        members.put(name, value);
        return this;
    }

    /// The body in the manner of the service: Chime adds a `Code`, which is the type without its ending.
    Answer answer(Service service) {
        var body = Json.texts(members);
        if (service == Service.CHIME) {
            body.put("Code", type.replaceFirst("(Client)?Exception$", ""));
        }
        body.put("Message", getMessage());
        return Answer.json(status, body).with("x-amzn-ErrorType", type);
    }
}
