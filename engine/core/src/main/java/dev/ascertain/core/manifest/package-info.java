/** From files to declarations: YAML, interpolation, {@code for_each}, matchers, and every fault with its place. */
@NullMarked
package dev.ascertain.core.manifest;

import org.jspecify.annotations.NullMarked;
