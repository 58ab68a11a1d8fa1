package dev.ascertain.cli.report;

import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.plan.Subject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Which verification a row is about. Every text is one harmless line.
 *
 * @param address as in the manifest
 * @param instance empty if nothing tells it apart
 * @param account the provider's account
 * @param owner empty if the manifest does not say
 * @param file the manifest, from the current folder if it lies there, with slashes
 * @param line from 1
 * @param column from 1
 */
record Verification(
        String address, String instance, String type, String account, String owner, String file, int line, int column) {
    /** Names are shorter by far; a longer one is an attempt at something. */
    private static final int LONGEST_NAME = 300;

    static Verification of(Subject subject, Path folder) {
        return new Verification(
                name(subject.address()),
                name(subject.instance()),
                name(subject.type()),
                name(subject.account()),
                subject.owner() == null ? "" : name(subject.owner()),
                Visible.line(relative(subject.file(), folder)),
                subject.line(),
                subject.column());
    }

    private static String name(String text) {
        return Visible.line(text, LONGEST_NAME);
    }

    private static String relative(String file, Path folder) {
        try {
            Path path = folder.resolve(file).normalize();
            Path base = folder.normalize();
            return (path.startsWith(base) ? base.relativize(path) : path)
                    .toString()
                    .replace('\\', '/');
        } catch (InvalidPathException noPath) {
            return file;
        }
    }

    /** Address and instance; no two verifications of a report have the same. */
    String name() {
        return instance.isEmpty() ? address : address + "  " + instance;
    }

    /** Such as {@code shop.yaml:8}. */
    String place() {
        return file + ":" + line;
    }

    Verification called(String other) {
        return new Verification(address, other, type, account, owner, file, line, column);
    }
}
