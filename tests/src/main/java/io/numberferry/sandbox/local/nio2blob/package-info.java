/// Objects as files. The package's own name is a message to s3proxy, which knows by `.nio2blob.` in a class's
/// name that a store decides If-None-Match itself, and would refuse conditional writes without it.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.local.nio2blob;
