/** What can stand where somebody is typing, for the shells to offer. */
@NullMarked
package dev.ascertain.cli.completion;

import org.jspecify.annotations.NullMarked;
