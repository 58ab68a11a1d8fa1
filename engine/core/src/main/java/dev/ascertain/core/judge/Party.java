package dev.ascertain.core.judge;

import java.util.Locale;

/** Whose move it is. */
public enum Party {
    /** Whoever holds the DNS zone and the manifest. */
    YOU,
    PROVIDER,
    CA,
    /** Whoever runs the tool: credentials, network. */
    OPERATOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
