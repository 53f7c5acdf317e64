package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// A number of a definition, written out or given by an expression, and what it may be.
record Amount(String field, Template value, Range range) {

    /// @param least inclusive
    /// @param most inclusive
    record Range(long least, long most, boolean whole) {
        static Range whole(long least, long most) {
            return new Range(least, most, true);
        }

        static Range fractional(long least, long most) {
            return new Range(least, most, false);
        }

        /// Why a value cannot be this number; nothing when it can.
        Optional<String> refusal(JsonNode value) {
            boolean fits = value.isNumber()
                    && (!whole || value.canConvertToExactIntegral())
                    && value.doubleValue() >= least
                    && value.doubleValue() <= most;
            return fits ? Optional.empty() : Optional.of("must be " + this + ", but is " + value);
        }

        @Override
        public String toString() {
            return (whole ? "a whole number" : "a number") + " from " + least + " to " + most;
        }
    }
}
