/** A report as one web page: its parts as texts, and the templates that show them. */
@NullMarked
package dev.ascertain.cli.html;

import org.jspecify.annotations.NullMarked;
