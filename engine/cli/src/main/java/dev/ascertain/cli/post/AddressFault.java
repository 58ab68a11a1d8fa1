package dev.ascertain.cli.post;

/** What was given is no address to send to; the message says why, in sentences, and does not repeat it. */
public final class AddressFault extends Exception {
    private static final long serialVersionUID = 1L;

    AddressFault(String message) {
        super(message);
    }
}
