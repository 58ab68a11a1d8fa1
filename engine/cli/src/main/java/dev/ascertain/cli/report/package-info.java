/** What a run came to, in the forms that other programs read. */
@NullMarked
package dev.ascertain.cli.report;

import org.jspecify.annotations.NullMarked;
