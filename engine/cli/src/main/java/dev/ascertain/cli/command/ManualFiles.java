package dev.ascertain.cli.command;

import dev.ascertain.cli.manual.Manual;
import dev.ascertain.cli.manual.Variable;
import dev.ascertain.core.manifest.Catalog;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Where the build begins to write the manual pages; the program itself never does. */
public final class ManualFiles {
    private static final List<Variable> OWN = List.of(
            new Variable("ASCERTAIN_LOG", "What is logged to standard error: error, warn, info, debug or trace."),
            new Variable("ASCERTAIN_PLUGINS", "A folder with jars of more providers."),
            new Variable("ASCERTAIN_JAVA_OPTS", "Options for the Java that the program brings along, such as -Xmx1g."),
            new Variable("NO_COLOR", "If it is not empty, no colour is used."),
            new Variable("TERM", "If it is dumb, neither colour nor a live line is used."),
            new Variable("LC_ALL, LC_CTYPE, LANG", "The first that is set says whether signs beyond ASCII are used."));

    private ManualFiles() {}

    /**
     * @param words the folder to write into, which is made; and when the program was made, such as {@code
     *     2026-11-22T00:00:00Z}
     * @throws IOException if a page cannot be written
     */
    public static void main(String[] words) throws IOException {
        Path folder = Files.createDirectories(Path.of(words[0]));
        var catalog = Catalog.of(ServiceLoader.load(ProviderFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
        for (var page :
                pages(catalog, words[1].substring(0, "2026-11-22".length())).entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
    }

    /** The pages by the name of their file. */
    static Map<String, String> pages(Catalog catalog, String day) {
        var variables = new ArrayList<>(OWN);
        for (ProviderFactory factory : catalog.factories()) {
            for (Setting setting : factory.settings()) {
                if (!setting.environment().isEmpty()) {
                    variables.add(new Variable(
                            String.join(", ", setting.environment()),
                            "%s, where a manifest does not say it: %s. %s"
                                    .formatted(factory.title(), setting.name(), setting.doc())));
                }
            }
        }
        return Manual.pages(Commands.all().getCommandSpec(), variables, day, Version.text());
    }
}
