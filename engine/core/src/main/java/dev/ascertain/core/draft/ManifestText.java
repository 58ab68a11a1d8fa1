package dev.ascertain.core.draft;

import dev.ascertain.core.manifest.OwnAccount;
import dev.ascertain.spi.Found;
import dev.ascertain.spi.ProviderException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A draft as a manifest: equal drafts give equal text. Pure. */
public final class ManifestText {
    /** The file beside a manifest by which editors complete and check it. */
    public static final String SCHEMA = "ascertain.schema.json";

    private final StringBuilder text = new StringBuilder();

    private ManifestText() {}

    /** @param account whose settings the manifest says */
    public static String of(OwnAccount account, Imported imported) {
        var manifest = new ManifestText();
        manifest.begin(account);
        manifest.omissions(imported.omissions());
        manifest.drafts(account.account().factory().importable().orElseThrow().type(), imported.drafts());
        return manifest.text.toString();
    }

    private void begin(OwnAccount account) {
        String vendor = account.account().factory().title();
        line("# yaml-language-server: $schema=" + SCHEMA);
        line("# Written by \"ascertain import\": what " + vendor + " reported is what is expected.");
        line("# Mend what should be otherwise. Where \"expect\" is left out, " + vendor
                + "'s own idea of verified holds.");
        line("ascertain: 1");
        if (!account.written().isEmpty()) {
            line("");
            line("providers:");
            line("  " + account.account().name() + ":");
            account.written().forEach((name, value) -> line("    " + name + ": " + setting(value)));
        }
    }

    /** A reference to a secret stands as people write it. */
    private static String setting(String value) {
        return value.matches("\\$\\{env\\.[A-Za-z0-9_]+\\}") ? value : YamlText.scalar(value);
    }

    private void omissions(List<Omission> omissions) {
        if (omissions.isEmpty()) {
            return;
        }
        line("");
        line("# Not in this manifest:");
        for (Omission omission : omissions) {
            line(YamlText.comment("  " + omission.name() + ": " + why(omission)));
        }
    }

    private static String why(Omission omission) {
        return switch (omission) {
            case Omission.Unread(String _, ProviderException failure) -> failure.what();
            case Omission.Empty _ -> "nothing is to be verified there yet.";
        };
    }

    private void drafts(String type, List<Draft> drafts) {
        line("");
        if (drafts.isEmpty()) {
            line("verifications: []");
            return;
        }
        line("verifications:");
        var names = new Names();
        String gap = "";
        for (Draft draft : drafts) {
            text.append(gap);
            draft(type, names.next(draft), draft);
            gap = "\n";
        }
    }

    private void draft(String type, String name, Draft draft) {
        line("  - type: " + type);
        line("    name: " + YamlText.of(name));
        new TreeMap<>(draft.found().attributes())
                .forEach((attribute, value) -> line("    " + attribute + ": " + YamlText.of(value.asText())
                        + beside(draft.found(), value.asText())));
        if (draft.alike() > 1) {
            line("    # " + draft.alike() + " verifications that nothing tells apart");
        }
        if (!draft.select().isEmpty()) {
            line("    select: {" + flow(draft.select()) + "}");
        }
        line("    expect:" + (draft.verified() ? "" : "  # not verified"));
        draft.expect().forEach((attribute, clause) -> line("      " + attribute + ": " + YamlText.of(clause)));
    }

    /** The name beside an id, and what else people should know. */
    private static String beside(Found found, String value) {
        String name = found.name().equals(value) ? "" : found.name();
        String words =
                name.isEmpty() || found.remark().isEmpty() ? name + found.remark() : name + ", " + found.remark();
        return words.isEmpty() ? "" : "  " + YamlText.comment(words);
    }

    private static String flow(Map<String, Clause> clauses) {
        return String.join(
                ", ",
                clauses.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + YamlText.of(entry.getValue()))
                        .toList());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
