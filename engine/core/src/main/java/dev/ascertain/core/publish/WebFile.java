package dev.ascertain.core.publish;

import java.util.List;

/**
 * A file that must be served.
 *
 * @param of the verifications that wait for it, each address and instance
 */
public record WebFile(String url, String content, Presence presence, List<String> of) {
    public WebFile {
        of = List.copyOf(of);
    }
}
