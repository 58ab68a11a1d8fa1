/** Records in the languages of the tools that publish them. Every name and value is hostile text, and cannot break out. */
@NullMarked
package dev.ascertain.cli.record;

import org.jspecify.annotations.NullMarked;
