/** Steps through what a plan laid out: observe again, trigger, wait, and an outcome for every change. */
@NullMarked
package dev.ascertain.core.apply;

import org.jspecify.annotations.NullMarked;
