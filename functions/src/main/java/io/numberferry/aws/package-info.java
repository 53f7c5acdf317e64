/// What every conversation with AWS shares: clients, and what a failed call means whatever the service.
/// The packages below implement the ports. SDK types do not leave this package and those below it.
@org.jspecify.annotations.NullMarked
package io.numberferry.aws;
