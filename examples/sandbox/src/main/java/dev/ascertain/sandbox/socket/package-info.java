/** Listening at one port of several loopback addresses. */
@NullMarked
package dev.ascertain.sandbox.socket;

import org.jspecify.annotations.NullMarked;
