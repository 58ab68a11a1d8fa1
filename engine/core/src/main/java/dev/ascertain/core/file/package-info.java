/** Files that appear whole or not at all. */
@NullMarked
package dev.ascertain.core.file;

import org.jspecify.annotations.NullMarked;
