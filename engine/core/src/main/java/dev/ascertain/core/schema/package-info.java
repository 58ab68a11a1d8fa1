/** JSON Schemas, generated from what the engine itself validates with. */
@NullMarked
package dev.ascertain.core.schema;

import org.jspecify.annotations.NullMarked;
