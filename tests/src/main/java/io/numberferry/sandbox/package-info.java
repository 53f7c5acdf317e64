/// The laptop edition: the services of a deployment on loopback, and the `ferry` command that starts them.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox;
