package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Place;
import dev.ascertain.core.source.Node;
import dev.ascertain.core.source.SourceFile;
import dev.ascertain.core.source.SourceText;
import dev.ascertain.core.source.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads manifests: the first arrow of every command. Files become text, text a tree with places, the tree accounts and
 * declarations. Nothing stops at a fault; all of them are told at the end.
 */
public final class Manifests {
    /** How large one manifest may be. */
    public static final int MOST_BYTES = 10 << 20;

    private final Catalog catalog;
    private final Function<String, @Nullable String> environment;

    /**
     * @param environment gives the value of an environment variable, or null if it is not set
     */
    public Manifests(Catalog catalog, Function<String, @Nullable String> environment) {
        this.catalog = catalog;
        this.environment = environment;
    }

    /** Reads all files as one configuration whose accounts can be used. */
    public Reading read(List<Path> paths, boolean recursive) {
        return read(paths, recursive, Credentials.REQUIRED);
    }

    /**
     * Reads all files as one configuration.
     *
     * @param paths files, and folders whose {@code *.yaml} and {@code *.yml} are meant; the current folder if empty
     * @param recursive whether folders within those folders are meant too
     * @param credentials whether the accounts must be usable on this machine
     */
    public Reading read(List<Path> paths, boolean recursive, Credentials credentials) {
        var faults = new Faults();
        List<Path> files = new ManifestFiles(recursive, faults::add).of(paths);
        List<Document> documents = documents(files, faults);
        var outside = new Outside(environment);
        var accounts = new AccountBook(catalog, outside, credentials);
        documents.forEach(document -> document.providers().forEach(entry -> accounts.add(entry, document.scope())));
        var reader = new DeclarationReader(catalog, outside, accounts);
        List<Declaration> declarations = documents.stream()
                .flatMap(document ->
                        document.verifications().stream().flatMap(item -> reader.read(item, document.scope()).stream()))
                .toList();
        Map<String, Account> used = accounts.used();
        Account internet = documents.isEmpty()
                ? null
                : accounts.internet(used, documents.getFirst().scope());
        refuseTwins(declarations, faults);
        if (faults.errors() > 0) {
            return new Reading(null, faults.sorted());
        }
        List<String> names = files.stream().map(Path::toString).toList();
        String digest = Digest.of(used, declarations);
        return new Reading(new Configuration(names, used, internet, declarations, digest), faults.sorted());
    }

    private List<Document> documents(List<Path> files, Faults faults) {
        var veil = new Veil(catalog.factories());
        var documents = new ArrayList<Document>();
        for (Path file : files) {
            document(file, veil, faults).ifPresent(documents::add);
        }
        return documents;
    }

    private static Optional<Document> document(Path file, Veil veil, Faults faults) {
        String name = file.toString();
        faults.reading(name);
        String text = new SourceFile(file, name, MOST_BYTES, veil::line).read(faults::add);
        if (text == null) {
            return Optional.empty();
        }
        var source = new SourceText(name, text, veil::line);
        int errors = faults.errors();
        Node root = YamlReader.read(source, faults::add);
        if (root == null && faults.errors() > errors) {
            return Optional.empty();
        }
        if (root == null || (root instanceof Node.Scalar scalar && scalar.isNull())) {
            faults.add(Diagnostic.error(
                            "Empty manifest",
                            "There is nothing in this file. A manifest begins with \"ascertain: " + Document.VERSION
                                    + "\"; write a first one with \"ascertain init\".")
                    .at(source.line(1)));
            return Optional.empty();
        }
        veil.over(root, source);
        return Optional.of(Document.of(root, new Scope(source, null, faults)));
    }

    private static void refuseTwins(List<Declaration> declarations, Faults faults) {
        var places = new HashMap<String, Place>();
        for (Declaration declaration : declarations) {
            String address = declaration.address().toString();
            Place before = places.putIfAbsent(address, declaration.place());
            if (before != null) {
                faults.add(Diagnostic.error(
                                "Address declared twice",
                                address + " is declared already, on " + before.file() + " line " + before.line()
                                        + ". Give one of them another name.")
                        .at(declaration.place())
                        .in(address));
            }
        }
    }
}
