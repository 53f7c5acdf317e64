package io.numberferry.sandbox.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads the functions of a SAM template: handler, memory, time-out, variables, with the template's globals.
///
/// Of CloudFormation's own functions it knows a `!Ref` to a parameter that has a default. What any other gives is
/// left empty.
final class TemplateReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FUNCTION = "AWS::Serverless::Function";

    private final JsonNode template;

    private TemplateReader(JsonNode template) {
        this.template = template;
    }

    /// @throws IllegalStateException naming the function and the property that it lacks
    static List<DeclaredFunction> read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            Object tree = new Yaml(new ShortForms()).load(text);
            return new TemplateReader(JSON.valueToTree(tree)).functions();
        }
    }

    private List<DeclaredFunction> functions() {
        List<DeclaredFunction> functions = new ArrayList<>();
        template.path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals(FUNCTION)) {
                functions.add(function(resource.getKey(), resource.getValue().path("Properties")));
            }
        });
        return functions;
    }

    private DeclaredFunction function(String name, JsonNode own) {
        JsonNode shared = template.at("/Globals/Function");
        Map<String, Optional<String>> variables = new TreeMap<>();
        for (JsonNode properties : List.of(shared, own)) {
            properties
                    .at("/Environment/Variables")
                    .properties()
                    .forEach(variable -> variables.put(variable.getKey(), value(variable.getValue())));
        }
        return new DeclaredFunction(
                name,
                required(name, "Handler", shared, own),
                Integer.parseInt(required(name, "MemorySize", shared, own)),
                Duration.ofSeconds(Long.parseLong(required(name, "Timeout", shared, own))),
                variables);
    }

    private String required(String function, String property, JsonNode shared, JsonNode own) {
        return value(own.path(property))
                .or(() -> value(shared.path(property)))
                .orElseThrow(() -> new IllegalStateException(
                        "template.yaml: " + function + " has no " + property + " that can be read"));
    }

    private Optional<String> value(JsonNode node) {
        if (node.isValueNode() && !node.isNull()) {
            return Optional.of(node.asText());
        }
        JsonNode parameter = template.path("Parameters").path(node.path("Ref").asText());
        return Optional.of(parameter.path("Default"))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText);
    }

    /// Writes the short forms of CloudFormation's functions out: `!Ref a` is `{"Ref": "a"}`, `!Sub a` is
    /// `{"Fn::Sub": "a"}`.
    private static final class ShortForms extends SafeConstructor {
        ShortForms() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return Map.of(longForm(node.getTag().getValue()), plain(node));
                }
            });
        }

        private static String longForm(String tag) {
            String name = tag.substring(1);
            return name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
        }

        private Object plain(Node node) {
            return switch (node) {
                case ScalarNode scalar -> scalar.getValue();
                case SequenceNode list -> constructSequence(list);
                case MappingNode map -> constructMapping(map);
                default -> throw new IllegalStateException("no YAML value: " + node);
            };
        }
    }
}
