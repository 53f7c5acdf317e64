/// Items, quotas and the live inventory become a plan: lanes, batches, estimate. Pure.
@org.jspecify.annotations.NullMarked
package io.numberferry.plan;
