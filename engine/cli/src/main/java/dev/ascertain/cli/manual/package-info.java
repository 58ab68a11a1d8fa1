/** Manual pages, made from the commands as they are defined. */
@NullMarked
package dev.ascertain.cli.manual;

import org.jspecify.annotations.NullMarked;
