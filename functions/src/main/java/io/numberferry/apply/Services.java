package io.numberferry.apply;

/// The services that hold numbers.
///
/// @param chimePerCall most Chime numbers in one call
public record Services(ConnectNumbers connect, ChimeNumbers chime, int chimePerCall) {}
