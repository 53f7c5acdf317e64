/// Runs the packaged functions as Lambda does: each in a JVM of its own, under Lambda's runtime interface
/// client, which asks for its work over the Runtime API.
///
/// Start reading at [RuntimeFunctions][io.numberferry.sandbox.lambda.RuntimeFunctions]. What is like AWS and
/// what is not is in `docs/adr/011-the-functions-under-lambdas-own-runtime.md`.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.lambda;
