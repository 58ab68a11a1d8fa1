/**
 * The one way to talk HTTP to a provider: Feign over one pooled client, pacing, read retry, timeouts, bounds, redaction.
 *
 * <p>A provider opens {@link dev.ascertain.providers.http.HttpAccess} and asks it for its Feign interfaces, those that
 * read apart from those that trigger.
 */
@NullMarked
package dev.ascertain.providers.http;

import org.jspecify.annotations.NullMarked;
