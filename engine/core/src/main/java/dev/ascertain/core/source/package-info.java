/** The text of files, its tree with places, and what is wrong with it as text. Knows nothing of manifests. */
@NullMarked
package dev.ascertain.core.source;

import org.jspecify.annotations.NullMarked;
