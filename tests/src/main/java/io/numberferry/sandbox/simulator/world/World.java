package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// An account: its instances, connectors and numbers, and how the services behave. Immutable.
///
/// This is what a world file says (`docs/SIMULATOR.md` has the fields), and also what a simulator's state is
/// saved as.
///
/// @param about free text; empty for none
/// @param clientTokens the client tokens the services remember
public record World(
        String about,
        ConnectInventory connect,
        ChimeInventory chime,
        Behaviour behaviour,
        List<Outcome> outcomes,
        List<Fault> faults,
        List<ClientTokenUse> clientTokens) {
    public World {
        outcomes = List.copyOf(outcomes);
        faults = List.copyOf(faults);
        clientTokens = List.copyOf(clientTokens);
    }

    /// A world in which everything that is named exists: every well-formed target, with room for every
    /// number.
    public static World empty() {
        return parse("{\"unlistedTargets\": \"exist\"}", "the empty world");
    }

    /// Reads a world file, in UTF-8.
    ///
    /// @throws WorldException when it cannot be read or used, with a sentence for the person who wrote it
    public static World read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException missing) {
            throw new WorldException(file.toString(), "", "does not exist", "give the path of a world file");
        } catch (IOException unreadable) {
            throw new WorldException(
                    file.toString(), "", "cannot be read (" + unreadable + ")", "give a readable file in UTF-8");
        }
    }

    /// Reads the text of a world file.
    ///
    /// @param name how messages call it
    /// @throws WorldException as [#read] does
    public static World parse(String json, String name) {
        try {
            if (Json.parse(json) instanceof ObjectNode object) {
                return read(Fields.of(name, object));
            }
            throw new WorldException(name, "$", "is not a JSON object", "write the world in braces");
        } catch (JsonProcessingException notJson) {
            String place = "line " + notJson.getLocation().getLineNr() + ", column "
                    + notJson.getLocation().getColumnNr();
            throw new WorldException(name, place, "is not JSON: " + reason(notJson), "correct it there");
        }
    }

    /// What the parser found, without what it says of itself.
    private static String reason(JsonProcessingException notJson) {
        return notJson.getOriginalMessage().replaceFirst(" ?\\((?:start marker at|for) .*", "");
    }

    private static World read(Fields in) {
        boolean open = in.choice("unlistedTargets", List.of(UnlistedTargets.values()))
                .orElse(UnlistedTargets.ABSENT)
                .open();
        return in.end(new World(
                in.text("about").orElse(""),
                in.object("connect", fields -> ConnectInventory.read(fields, open))
                        .orElseGet(() -> ConnectInventory.read(Fields.of("", Json.object()), open)),
                in.object("chime", fields -> ChimeInventory.read(fields, open))
                        .orElseGet(() -> ChimeInventory.read(Fields.of("", Json.object()), open)),
                Behaviour.read(in),
                in.list("outcomes", Outcome::read),
                in.list("faults", Fault::read).stream().flatMap(List::stream).toList(),
                in.list("clientTokens", ClientTokenUse::read)));
    }

    /// The world as a world file; [#parse] reads the same world from its text.
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        if (!about.isEmpty()) {
            json.put("about", about);
        }
        json.set("connect", connect.toJson());
        json.set("chime", chime.toJson());
        json.put("unlistedTargets", UnlistedTargets.of(chime.open()).wireName());
        behaviour.addTo(json);
        json.set("outcomes", Json.array(outcomes.stream().map(Outcome::toJson)));
        json.set("faults", Json.array(faults.stream().map(Fault::toJson)));
        json.set("clientTokens", Json.array(clientTokens.stream().map(ClientTokenUse::toJson)));
        return json;
    }
}
