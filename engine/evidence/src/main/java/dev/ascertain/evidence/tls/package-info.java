/** Certificates as they are served: a handshake with each address of a host. */
@NullMarked
package dev.ascertain.evidence.tls;

import org.jspecify.annotations.NullMarked;
