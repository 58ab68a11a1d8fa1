package dev.ascertain.cli.command;

import dev.ascertain.cli.completion.Candidate;
import dev.ascertain.cli.completion.Line;
import dev.ascertain.cli.completion.Sources;
import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.manifest.Catalog;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Credentials;
import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.manifest.Manifests;
import dev.ascertain.core.plan.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the manifests and the providers at hand have to offer for completion. Offline, and without credentials. */
final class Offered implements Sources {
    private final Surroundings surroundings;
    private final Catalog catalog;

    Offered(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.catalog = Plugins.catalog(surroundings);
    }

    @Override
    public List<Candidate> addresses(Line line) {
        String plan = line.value("--plan");
        return plan == null ? declared(line) : planned(resolved(Path.of(plan)));
    }

    @Override
    public List<Candidate> providers() {
        return catalog.factories().stream()
                .map(factory -> new Candidate(factory.name(), factory.title()))
                .toList();
    }

    private List<Candidate> declared(Line line) {
        List<Path> manifests = Given.of(line.words(), catalog, this::resolved).manifests().stream()
                .map(this::resolved)
                .toList();
        if (!manifests.stream().allMatch(Offered::isReadable)) {
            return List.of();
        }
        List<Path> meant = manifests.isEmpty() ? List.of(resolved(Path.of(""))) : manifests;
        Configuration configuration = new Manifests(catalog, surroundings.environment())
                .read(meant, line.has("--recursive"), Credentials.OPTIONAL)
                .configuration();
        return configuration == null ? List.of() : candidates(configuration.declarations());
    }

    /** Nobody waits for a pipe while typing. */
    private static boolean isReadable(Path path) {
        return Files.isRegularFile(path) || Files.isDirectory(path);
    }

    /** Where there are elements of a {@code for_each}, also all of them together. */
    private static List<Candidate> candidates(List<Declaration> declarations) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        for (Declaration declaration : declarations) {
            String place =
                    declaration.place().file() + " line " + declaration.place().line();
            if (declaration.address().key() != null) {
                String all =
                        declaration.type().name() + "." + declaration.address().name();
                candidates.putIfAbsent(all, new Candidate(all, "all of them, " + place));
            }
            String address = declaration.address().toString();
            candidates.putIfAbsent(address, new Candidate(address, place));
        }
        return List.copyOf(candidates.values());
    }

    /** Where a declaration means several verifications, each of them too. */
    private static List<Candidate> planned(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        Map<String, List<Change>> changes = SavedPlan.readAny(file, ExitCode.ERROR).changes().stream()
                .collect(Collectors.groupingBy(
                        change -> change.subject().address(), LinkedHashMap::new, Collectors.toList()));
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        changes.forEach((address, all) -> {
            candidates.put(address, new Candidate(address, all.size() == 1 ? "" : "all of them"));
            if (all.size() > 1) {
                all.stream()
                        .map(change -> address + " " + change.subject().instance())
                        .forEach(one -> candidates.put(one, new Candidate(one, "")));
            }
        });
        return List.copyOf(candidates.values());
    }

    /** As the shell would see it: a tilde is not yet replaced where somebody is typing. */
    private Path resolved(Path path) {
        boolean isAtHome =
                path.startsWith("~") && !surroundings.variable("HOME").isEmpty();
        Path meant = isAtHome
                ? Path.of(surroundings.variable("HOME")).resolve(Path.of("~").relativize(path))
                : path;
        return surroundings.folder().resolve(meant);
    }
}
