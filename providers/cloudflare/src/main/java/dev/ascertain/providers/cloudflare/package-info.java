/**
 * Certificate verification at Cloudflare.
 *
 * <p>Read {@link dev.ascertain.providers.cloudflare.CloudflareFactory} first, then {@code CloudflareProvider}: bind,
 * observe, decide, trigger. What the vendor is asked stands in {@code CloudflareReads} and {@code CloudflareTriggers}.
 */
@NullMarked
package dev.ascertain.providers.cloudflare;

import org.jspecify.annotations.NullMarked;
