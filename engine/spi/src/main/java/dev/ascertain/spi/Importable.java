package dev.ascertain.spi;

import java.util.List;

/**
 * How what is live at a provider becomes declarations. Offline.
 *
 * @param type the name of the {@link ResourceType} that is declared
 * @param things what a declaration is about, in the plural, such as {@code zones}
 * @param listed whether the provider can list all of them, so that no name need be given
 * @param stated the live attributes that make up the state, in the order in which they are expected. None that changes
 *     by itself, such as a time or a token
 * @param telling the live attributes that tell the verifications of one target apart, the most lasting ones first;
 *     never empty
 */
public record Importable(String type, String things, boolean listed, List<String> stated, List<String> telling) {
    public Importable {
        stated = List.copyOf(stated);
        telling = List.copyOf(telling);
        if (stated.isEmpty() || telling.isEmpty()) {
            throw new IllegalArgumentException(type + " has nothing to expect, or nothing to select on");
        }
    }
}
