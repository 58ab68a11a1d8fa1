/** From what is live to a manifest that expects just that: discover, observe, draft, write. */
@NullMarked
package dev.ascertain.core.draft;

import org.jspecify.annotations.NullMarked;
