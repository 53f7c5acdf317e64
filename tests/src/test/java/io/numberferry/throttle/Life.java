package io.numberferry.throttle;

import java.time.Instant;

/// What strands have in common that are killed together, as those of one process are. For use in one
/// [VirtualTime].
public final class Life {
    private final String name;
    private boolean ended;
    private Instant frozenUntil = Instant.MIN;
    private int turns;
    private int fatefulTurn = -1;
    private Runnable fate = () -> {};

    public Life(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }

    Instant frozenUntil() {
        return frozenUntil;
    }

    /// All its strands stand still until an instant.
    public void freezeUntil(Instant instant) {
        frozenUntil = instant;
    }

    /// Something happens when its strands have had so many more turns.
    ///
    /// @param turnsFromNow 0 for before the next one
    public void after(int turnsFromNow, Runnable happening) {
        fatefulTurn = turns + turnsFromNow;
        fate = happening;
    }

    /// Tells whether something happens instead of the next turn.
    boolean isFateful() {
        return turns == fatefulTurn;
    }

    /// Begins a turn.
    ///
    /// @return whether something happened instead
    boolean meetsItsFate() {
        boolean fateful = isFateful();
        takesATurn();
        if (fateful) {
            fate.run();
        }
        return fateful;
    }

    /// Begins a turn that is not fateful.
    void takesATurn() {
        turns++;
    }
}
