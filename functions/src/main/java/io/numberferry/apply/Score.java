package io.numberferry.apply;

import io.numberferry.domain.Outcome;

/// How the rows of a lane have ended so far. Rows that were not sent do not count: nothing was learnt of them.
///
/// @param ended rows that were sent, or found done by a worker
/// @param wrong those of them that FAILED or are UNKNOWN
record Score(int ended, int wrong) {
    static final Score NONE = new Score(0, 0);

    Score plus(Outcome outcome) {
        return switch (outcome.status()) {
            case SUCCEEDED, UNCHANGED -> new Score(ended + 1, wrong);
            case FAILED, UNKNOWN -> new Score(ended + 1, wrong + 1);
            case REJECTED, DUPLICATE, NOT_ATTEMPTED -> this;
        };
    }

    Score plus(Score other) {
        return new Score(ended + other.ended, wrong + other.wrong);
    }
}
