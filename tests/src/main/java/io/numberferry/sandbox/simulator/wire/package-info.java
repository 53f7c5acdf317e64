/// The wire protocol: routes, requests, answers, errors. Knows nothing of numbers.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.simulator.wire;
