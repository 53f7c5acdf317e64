package io.numberferry.sandbox.simulator.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.world.Behaviour;
import io.numberferry.sandbox.simulator.world.World;

/// The account as it is now: a world that calls change.
public final class Account {
    private final World begun;
    private final Changes changes = new Changes();
    private final ConnectState connect;
    private final ChimeState chime;
    private final TokenBook tokens;
    private final Script script;

    public Account(World world) {
        this.begun = world;
        Behaviour behaviour = world.behaviour();
        this.connect = new ConnectState(world.connect(), changes);
        this.chime = new ChimeState(world.chime(), behaviour.unlisted().chime(), connect, changes);
        this.tokens = new TokenBook(world.clientTokens(), behaviour.clientTokenLifetime(), changes);
        this.script = new Script(world.outcomes(), world.faults(), behaviour.seed(), changes);
    }

    public ConnectState connect() {
        return connect;
    }

    public ChimeState chime() {
        return chime;
    }

    public TokenBook tokens() {
        return tokens;
    }

    public Script script() {
        return script;
    }

    public Behaviour behaviour() {
        return begun.behaviour();
    }

    /// What was changed since this was last asked, for the state log; an empty object when nothing was.
    public ObjectNode drainChanges() {
        return changes.drain();
    }

    /// The account as a world, from which an equal account can be made.
    public World toWorld() {
        return new World(
                begun.about(),
                connect.toInventory(),
                chime.toInventory(),
                begun.behaviour(),
                script.outcomes(),
                script.faults(),
                tokens.uses());
    }
}
