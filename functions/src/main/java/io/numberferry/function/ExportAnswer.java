package io.numberferry.function;

/// The output of ExportFunction.
///
/// @param bucket where the file is
/// @param key of the file
/// @param numbers that have rows in it
/// @param rows of the file, its header not counted
/// @param leftOut numbers of which a manifest can ask for nothing
public record ExportAnswer(String bucket, String key, int numbers, int rows, int leftOut) {}
