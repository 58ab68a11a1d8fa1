package dev.ascertain.core.judge;

import dev.ascertain.core.manifest.Matcher;
import dev.ascertain.spi.Value;
import org.jspecify.annotations.Nullable;

/**
 * One attribute that is not as expected.
 *
 * @param actual as reported; null if the provider left it out
 */
public record Difference(
        String attribute, Matcher expected, @Nullable Value actual) {}
