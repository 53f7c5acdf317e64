package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;

/// What a state has led to.
record Step(JsonNode output, Variables variables, Transition transition) {}
