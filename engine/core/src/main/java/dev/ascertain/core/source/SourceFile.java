package dev.ascertain.core.source;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file of text: UTF-8, a byte order mark allowed, of bounded size.
 *
 * @param path where it is
 * @param name the path as the user gave it, for messages
 * @param mostBytes larger ones are refused before they are read
 * @param veil hides in a line what must not be shown, and keeps the line's length
 */
public record SourceFile(Path path, String name, int mostBytes, UnaryOperator<String> veil) {
    /**
     * Reads the file's text.
     *
     * @return null if it cannot be had, and then exactly one fault was said
     */
    public @Nullable String read(Consumer<Diagnostic> faults) {
        try {
            if (Files.isDirectory(path)) {
                faults.accept(Diagnostic.error("Not a file", "\"" + name + "\" is a folder; a file is needed here."));
                return null;
            }
            if (Files.size(path) > mostBytes) {
                faults.accept(tooLarge());
                return null;
            }
            return decoded(bytes(), faults);
        } catch (NoSuchFileException e) {
            faults.accept(Diagnostic.error("File not found", "There is no file \"" + name + "\"."));
        } catch (AccessDeniedException e) {
            faults.accept(Diagnostic.error("File cannot be read", "You may not read \"" + name + "\"."));
        } catch (IOException e) {
            faults.accept(Diagnostic.error(
                    "File cannot be read",
                    "Reading \"" + name + "\" failed (" + e.getClass().getSimpleName() + ")."));
        }
        return null;
    }

    private Diagnostic tooLarge() {
        return Diagnostic.error(
                "File too large",
                "\"" + name + "\" has more than " + bound() + ", which is the most that is read. Split it.");
    }

    private String bound() {
        return mostBytes >> 20 > 0 ? (mostBytes >> 20) + " MiB" : mostBytes + " bytes";
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(mostBytes + 1);
        }
    }

    private @Nullable String decoded(byte[] bytes, Consumer<Diagnostic> faults) {
        if (bytes.length > mostBytes) {
            faults.accept(tooLarge());
            return null;
        }
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            faults.accept(notUtf8(bytes, in.position()));
            return null;
        }
        String text = out.flip().toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private Diagnostic notUtf8(byte[] bytes, int at) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        int end = at;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        int column = new String(bytes, start, at - start, StandardCharsets.UTF_8).length() + 1;
        String hint = isUtf16(bytes) ? "It seems to be UTF-16. " : "";
        return Diagnostic.error(
                        "Not UTF-8",
                        "The byte 0x%02x in line %d is no part of UTF-8 text. %sSave the file as UTF-8."
                                .formatted(bytes[at], line, hint))
                .at(Place.in(
                        name,
                        line,
                        column,
                        1,
                        veil.apply(new String(bytes, start, end - start, StandardCharsets.UTF_8))));
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1
                && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                        || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
    }
}
