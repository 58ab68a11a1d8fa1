package dev.ascertain.core.publish;

import java.util.List;

/**
 * A mail that must be confirmed by whoever reads it.
 *
 * @param to the address that it is sent to
 * @param of the verifications that wait for it, each address and instance
 */
public record Mail(String to, List<String> of) {
    public Mail {
        of = List.copyOf(of);
    }
}
