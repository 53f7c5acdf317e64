/// How fast calls may go out: bucket arithmetic, and the one class that waits. Knows nothing of what is
/// called.
@org.jspecify.annotations.NullMarked
package io.numberferry.throttle;
