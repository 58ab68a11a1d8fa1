package dev.ascertain.cli.command;

import dev.ascertain.core.manifest.Catalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Addresses and manifests, told apart. An address begins with a type that there is and a dot, or holds a key. A manifest
 * ends in {@code .yaml} or {@code .yml}, holds a slash, or is a file or folder that there is. Whatever else is typed is
 * meant as an address: it can be misspelt, and somebody says so.
 */
record Given(List<Wish> wishes, List<Path> manifests) {
    Given {
        wishes = List.copyOf(wishes);
        manifests = List.copyOf(manifests);
    }

    /** @param resolved a path as it is seen from the current folder */
    static Given of(List<String> words, Catalog catalog, Function<Path, Path> resolved) {
        var wishes = new ArrayList<Wish>();
        var manifests = new ArrayList<Path>();
        for (String word : words) {
            if (!isAddress(word, catalog) && isPath(word, resolved)) {
                manifests.add(Path.of(word));
            } else {
                wishes.add(Wish.of(word));
            }
        }
        return new Given(wishes, manifests);
    }

    private static boolean isAddress(String word, Catalog catalog) {
        int dot = word.indexOf('.');
        return word.contains("[\"")
                || (dot > 0 && catalog.factoryOf(word.substring(0, dot)).isPresent());
    }

    private static boolean isPath(String word, Function<Path, Path> resolved) {
        if (word.indexOf('*') >= 0 || word.indexOf('\0') >= 0) {
            return false;
        }
        Path path = Path.of(word);
        return Spared.isManifest(path) || word.contains("/") || Files.exists(resolved.apply(path));
    }
}
