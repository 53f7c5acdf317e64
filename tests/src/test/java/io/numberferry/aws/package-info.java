/// Tests of what AWS services share, and the recorder on loopback that stands in for them.
@org.jspecify.annotations.NullMarked
package io.numberferry.aws;
