/** What must be published so that verifications succeed, and how much of it is. Pure. */
@NullMarked
package dev.ascertain.core.publish;

import org.jspecify.annotations.NullMarked;
