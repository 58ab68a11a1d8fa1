package dev.ascertain.cli.view;

import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.manifest.Catalog;
import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Setting;
import java.util.ArrayList;
import java.util.List;

/** The providers and what a manifest can say of them, as text. */
public final class ProvidersText {
    private static final int NAMES = 26;
    private static final int WIDTH = 80;

    private ProvidersText() {}

    /** Providers, their types, and the environment names of their settings. */
    public static String overview(Catalog catalog) {
        var text = new StringBuilder();
        for (ProviderFactory factory : catalog.factories()) {
            text.append(factory.name()).append("  (").append(factory.title()).append(")\n");
            for (ResourceType type : factory.resourceTypes()) {
                text.append("  type     ").append(type.name()).append('\n');
            }
            for (Setting setting : factory.settings()) {
                text.append("  setting  ")
                        .append(Page.padded(setting.name(), NAMES))
                        .append(' ')
                        .append(String.join(", ", setting.environment()))
                        .append('\n');
            }
            text.append('\n');
        }
        return harmless(text.append("Run \"ascertain providers schema\" for all that they mean.\n"));
    }

    /** Every setting and attribute with what it means. */
    public static String schema(Catalog catalog) {
        var text = new StringBuilder();
        for (ProviderFactory factory : catalog.factories()) {
            text.append("provider ")
                    .append(factory.name())
                    .append("  (")
                    .append(factory.title())
                    .append(")\n");
            for (Setting setting : factory.settings()) {
                entry(text, setting.name(), setting.doc(), notes(setting));
            }
            text.append('\n');
            factory.resourceTypes().forEach(type -> write(text, type));
        }
        return harmless(text);
    }

    private static void write(StringBuilder text, ResourceType type) {
        text.append("type ").append(type.name()).append('\n');
        Page.wrap(type.doc(), WIDTH - 2)
                .forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("\n  A declaration sets:\n");
        for (DeclaredAttribute attribute : type.declared()) {
            entry(text, attribute.name(), attribute.doc(), notes(attribute));
        }
        text.append("\n  Its live state reports, to expect and to select on:\n");
        for (LiveAttribute attribute : type.live()) {
            entry(text, attribute.name(), attribute.doc(), words(attribute.words()));
        }
        text.append('\n');
    }

    private static void entry(StringBuilder text, String name, String doc, List<String> notes) {
        String sentences = notes.isEmpty() ? doc : doc + " (" + String.join("; ", notes) + ")";
        String start = "    " + Page.padded(name, NAMES) + " ";
        for (String line : Page.wrap(sentences, WIDTH - NAMES - 5)) {
            text.append(start).append(line).append('\n');
            start = " ".repeat(NAMES + 5);
        }
    }

    private static List<String> notes(Setting setting) {
        var notes = new ArrayList<String>();
        if (setting.secret()) {
            notes.add("secret: from the environment or a file only");
        }
        if (!setting.environment().isEmpty()) {
            notes.add("else from " + String.join(" or ", setting.environment()));
        }
        if (setting.defaultValue() != null) {
            notes.add("default " + setting.defaultValue());
        }
        return notes;
    }

    private static List<String> notes(DeclaredAttribute attribute) {
        var notes = new ArrayList<>(words(attribute.words()));
        if (attribute.required()) {
            notes.add("required");
        }
        if (attribute.defaultValue() != null) {
            notes.add("default " + attribute.defaultValue().asText());
        }
        return notes;
    }

    private static List<String> words(List<String> words) {
        return words.isEmpty() ? List.of() : List.of(String.join(", ", words));
    }

    /** A plug-in's words come from outside too. */
    private static String harmless(StringBuilder text) {
        var shown = new StringBuilder();
        text.toString().lines().forEach(line -> shown.append(Visible.line(line)).append('\n'));
        return shown.toString();
    }
}
