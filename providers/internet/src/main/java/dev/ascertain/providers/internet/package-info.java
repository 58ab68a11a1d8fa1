/** The Internet itself: DNS records as they are published, certificates as they are served. No API, no credentials. */
@NullMarked
package dev.ascertain.providers.internet;

import org.jspecify.annotations.NullMarked;
