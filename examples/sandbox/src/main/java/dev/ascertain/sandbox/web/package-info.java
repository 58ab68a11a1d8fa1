/** Hosts on loopback addresses that serve tokens over HTTP and certificates over TLS. */
@NullMarked
package dev.ascertain.sandbox.web;

import org.jspecify.annotations.NullMarked;
