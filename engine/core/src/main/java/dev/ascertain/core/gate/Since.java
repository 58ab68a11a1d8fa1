package dev.ascertain.core.gate;

import java.util.Locale;

/** How a verification stands beside what an earlier run said of it. */
public enum Since {
    /** It was as expected, and is not any more. */
    LOST,
    /** It is not as expected, and the earlier run did not know of it, or could not read it. */
    NEW,
    /** It could not be read, and the earlier run read it, or did not know of it. */
    UNREAD,
    /** It was not as expected, and is not now. */
    STILL,
    /** It was not as expected, and is now. */
    FIXED;

    /** The word in JSON, such as {@code still}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
