package io.numberferry.domain;

/// What keeps a job from going further than was meant.
///
/// @param mostRows rows that its manifest may have; one with more is refused whole
/// @param allowForce whether rows may take numbers away from where they are associated
public record Rails(int mostRows, boolean allowForce) {
    /// Rows that a manifest may have where nobody says otherwise: as many as planning was measured with.
    public static final int MOST_ROWS = 1_000_000;

    public Rails {
        if (mostRows < 1) {
            throw new IllegalArgumentException("a manifest may have at least 1 row, not " + mostRows);
        }
    }

    /// The rails of a job that says nothing about them.
    public static Rails standard() {
        return new Rails(MOST_ROWS, false);
    }

    public Rails withMostRows(int rows) {
        return new Rails(rows, allowForce);
    }

    public Rails withForce(boolean allowed) {
        return new Rails(mostRows, allowed);
    }
}
