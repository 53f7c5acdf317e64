package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;

/// The item that an iteration is for, as `$states.context.Map.Item` shows it.
///
/// @param index counted from 0
record MapItem(int index, JsonNode value) {}
