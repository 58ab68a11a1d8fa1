/**
 * What a provider implements, and nothing else: only the JDK and jspecify are imported here.
 *
 * <p>Read {@link dev.ascertain.spi.ProviderFactory} first, then {@link dev.ascertain.spi.Provider}.
 */
@NullMarked
package dev.ascertain.spi;

import org.jspecify.annotations.NullMarked;
