/** A private DNS on loopback addresses: name servers with a root of their own, and public resolvers that cache. */
@NullMarked
package dev.ascertain.sandbox.dns;

import org.jspecify.annotations.NullMarked;
