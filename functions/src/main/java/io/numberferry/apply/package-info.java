/// Carries a batch out: intent, call, confirmation, outcome. Talks to the services and stores through ports.
@org.jspecify.annotations.NullMarked
package io.numberferry.apply;
