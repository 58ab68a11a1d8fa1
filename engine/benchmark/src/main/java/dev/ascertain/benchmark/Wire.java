package dev.ascertain.benchmark;

import java.io.IOException;
import java.io.InputStream;

/** As much of HTTP/1.1 as the stub and the barest client need. */
final class Wire {
    private static final String LENGTH = "Content-Length: ";

    /**
     * @param first the first line; empty at the end of the connection
     * @param length of the body that follows, in bytes
     */
    record Head(String first, int length) {}

    private Wire() {}

    static Head head(InputStream in) throws IOException {
        var first = line(in);
        int length = 0;
        for (var line = first; !line.isEmpty(); line = line(in)) {
            if (line.startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()));
            }
        }
        return new Head(first, length);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(128);
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
