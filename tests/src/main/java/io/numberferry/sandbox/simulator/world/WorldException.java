package io.numberferry.sandbox.simulator.world;

/// A world file that cannot be used. The message is one sentence: file, place, reason, remedy.
public final class WorldException extends RuntimeException {
    WorldException(String file, String place, String reason, String remedy) {
        super(file + ": " + place + (place.isEmpty() ? "" : " ") + reason + "; " + remedy);
    }
}
