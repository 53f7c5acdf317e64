package io.numberferry.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// template.yaml as JSON, the short forms of its functions written out: `!Ref a` is `{"Ref": "a"}`, `!Sub a`
/// is `{"Fn::Sub": "a"}`. Every plain value is a text.
public record Template(JsonNode root) {
    public static Template read() {
        try (Reader text = Files.newBufferedReader(Path.of("template.yaml"))) {
            return new Template(json(new Yaml().compose(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode resource(String name) {
        return root.path("Resources").path(name);
    }

    /// The logical ids of the resources of a type.
    public Set<String> ofType(String type) {
        Set<String> names = new TreeSet<>();
        root.path("Resources").properties().forEach(entry -> {
            if (entry.getValue().path("Type").asText().equals(type)) {
                names.add(entry.getKey());
            }
        });
        return names;
    }

    public Set<String> functions() {
        return ofType("AWS::Serverless::Function");
    }

    /// The names of the environment variables of a function, those for all functions among them.
    public Set<String> variables(String function) {
        Set<String> names = names(root.at("/Globals/Function/Environment/Variables"));
        names.addAll(names(resource(function).at("/Properties/Environment/Variables")));
        return names;
    }

    /// The permissions of a function's role, those under a condition among them.
    public List<JsonNode> statements(String function) {
        List<JsonNode> statements = new ArrayList<>();
        resource(function)
                .at("/Properties/Policies")
                .forEach(policy -> policy.path("Statement")
                        .forEach(statement ->
                                statements.add(statement.has("Fn::If") ? statement.at("/Fn::If/1") : statement)));
        return statements;
    }

    /// The texts of a value that may be one or a list.
    public static List<String> texts(JsonNode oneOrMany) {
        List<String> texts = new ArrayList<>();
        if (oneOrMany.isTextual()) {
            texts.add(oneOrMany.asText());
        }
        oneOrMany.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /// The field names of an object.
    public static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(Node node) {
        JsonNode plain = plain(node);
        String tag = node.getTag().getValue();
        if (!tag.startsWith("!")) {
            return plain;
        }
        String name = tag.substring(1);
        String function = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
        return JsonNodeFactory.instance.objectNode().set(function, plain);
    }

    private static JsonNode plain(Node node) {
        return switch (node) {
            case ScalarNode scalar -> JsonNodeFactory.instance.textNode(scalar.getValue());
            case SequenceNode list -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                list.getValue().forEach(element -> array.add(json(element)));
                yield array;
            }
            case MappingNode map -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                map.getValue().forEach(entry -> {
                    String key = ((ScalarNode) entry.getKeyNode()).getValue();
                    if (object.has(key)) {
                        throw new IllegalStateException(key + " is there twice");
                    }
                    object.set(key, json(entry.getValueNode()));
                });
                yield object;
            }
            default -> throw new IllegalStateException("no YAML node: " + node);
        };
    }
}
