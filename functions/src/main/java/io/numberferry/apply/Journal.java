package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.CallSeries;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has been done, row by row: the source of truth of every report.
///
/// A row goes from nothing to INTENT (stored before the service is called), perhaps to ACCEPTED (the service
/// took it and works on it), to DONE. A worker takes a batch and gets an epoch; each taking raises it. All
/// writes of a worker carry its epoch and are refused once a later worker touched the row, so one that was
/// thought dead cannot overwrite its successor.
///
/// Safe for use by several threads and processes.
public interface Journal {

    /// Takes a batch over: from now on this worker's writes win over earlier ones'.
    ///
    /// @param owner who takes it, for people who read the journal
    /// @throws JournalUnavailableException when the store cannot be reached; nothing must be called then
    Lease take(BatchId batch, String owner);

    /// All entries of a batch, by ascending line. Rows that nobody began have none.
    ///
    /// @throws JournalUnavailableException when the store cannot be reached
    List<Entry> read(BatchId batch);

    /// Stores that a row is about to be sent. The service may be called only when this returned true.
    ///
    /// @param entry with state INTENT; with a number when an earlier worker had the row accepted
    /// @return false when a later worker has the row, or when it is done
    /// @throws JournalUnavailableException when the store cannot be reached; the row must not be sent
    boolean intend(Lease lease, Entry entry);

    /// Takes back an intent whose row was not sent: it goes from INTENT to nothing. Only for the worker that
    /// stored it and knows that no earlier one did, or that has read that nothing was done for the row.
    ///
    /// @return false when a later worker has the row, or when there is no such intent
    boolean withdraw(Lease lease, int line);

    /// Takes a row's number for it, so that rows of two jobs never work on one number at once. Only for a row
    /// whose intent is stored under the lease. A row has its number until it is done or its intent is withdrawn;
    /// then the next one may take it. No clock takes part.
    ///
    /// @return the other row that has the number; empty when this row has it from now on
    /// @throws JournalUnavailableException when the store cannot be reached; the row must not be sent
    Optional<Holder> hold(Lease lease, int line, PhoneNumber number);

    /// Stores that the service accepted the row and works on it.
    ///
    /// @return false when a later worker has the row
    boolean accepted(Lease lease, int line, NumberId number);

    /// Stores the tags that a row found, before it changes any.
    ///
    /// @return false when a later worker has the row
    boolean tagsBefore(Lease lease, int line, Tags tags);

    /// Stores how the row ended. The last write of a row.
    ///
    /// @return false when a later worker has the row
    boolean finish(Lease lease, int line, Outcome outcome);

    /// Stores how a row ended that was not sent at all: it goes from nothing to DONE.
    ///
    /// @return false when the row has an entry already
    boolean skip(Lease lease, int line, Outcome outcome);

    /// Adds to the batch's count of calls.
    void addCalls(Lease lease, Map<Api, CallCount> calls);

    /// The calls that were sent for a batch by all who worked on it.
    Map<Api, CallCount> calls(BatchId batch);

    /// Stores when the worker sent its calls; once under a lease, since it takes the place of what was stored
    /// under that lease before.
    void addSeries(Lease lease, Map<Api, CallSeries> series);

    /// When calls were sent for a batch, by all who worked on it and lived to write it down.
    Map<Api, CallSeries> series(BatchId batch);

    /// A worker's right to write.
    ///
    /// @param epoch counted from 1, raised by each taking
    record Lease(BatchId batch, String owner, long epoch) {}

    /// A row that has a number.
    ///
    /// @param line the row's 1-based line
    record Holder(BatchId batch, int line) {}

    enum State {
        INTENT,
        ACCEPTED,
        DONE
    }

    /// A row's entry.
    ///
    /// @param line the row's 1-based line
    /// @param token what was, or will be, sent as the idempotency key; empty for a row that was skipped
    /// @param parametersHash the request's values, hashed; empty for a row that was skipped
    /// @param generation of the token, counted from 1; 2 where a failed claim is asked for once more; 0 for a
    ///     row that was skipped
    /// @param number what the service called the number, once accepted
    /// @param outcome present when done
    /// @param earlierFailure how the request before this generation's failed; empty text for none
    /// @param tagsBefore the tags that the row found; empty while it has changed none
    record Entry(
            int line,
            State state,
            Optional<ClientToken> token,
            String parametersHash,
            int generation,
            Optional<NumberId> number,
            Optional<Outcome> outcome,
            String earlierFailure,
            Optional<Tags> tagsBefore) {

        /// An entry without an earlier request, of a row that has changed no tags.
        public Entry(
                int line,
                State state,
                Optional<ClientToken> token,
                String parametersHash,
                int generation,
                Optional<NumberId> number,
                Optional<Outcome> outcome) {
            this(line, state, token, parametersHash, generation, number, outcome, "", Optional.empty());
        }

        /// An entry for a row that is about to be sent.
        public static Entry intent(int line, ClientToken token, String parametersHash) {
            return new Entry(
                    line, State.INTENT, Optional.of(token), parametersHash, 1, Optional.empty(), Optional.empty());
        }

        /// Tells whether the entry is about a row as it is planned; one that was skipped is about any.
        public boolean isOf(PlannedItem planned) {
            return token.isEmpty() || parametersHash.equals(ClientToken.parametersHash(planned));
        }

        /// The same entry, with what the service called the number.
        public Entry withNumber(Optional<NumberId> known) {
            return new Entry(
                    line, state, token, parametersHash, generation, known, outcome, earlierFailure, tagsBefore);
        }
    }
}
