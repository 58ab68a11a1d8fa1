/** JSON Schemas of what the program writes: generated, so that they cannot fall behind. */
@NullMarked
package dev.ascertain.cli.schema;

import org.jspecify.annotations.NullMarked;
