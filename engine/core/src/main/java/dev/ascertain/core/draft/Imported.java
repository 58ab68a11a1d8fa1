package dev.ascertain.core.draft;

import java.util.List;

/**
 * What an import came to.
 *
 * @param drafts by name, and of one name by what tells them apart
 * @param omissions what is missing, by name
 * @param notices what people should be told beside it; whole sentences
 * @param stopped whether the run was stopped before all was read, so that this is not to be written
 */
public record Imported(List<Draft> drafts, List<Omission> omissions, List<String> notices, boolean stopped) {
    public Imported {
        drafts = List.copyOf(drafts);
        omissions = List.copyOf(omissions);
        notices = List.copyOf(notices);
    }

    /** What could not be read. */
    public List<Omission.Unread> unread() {
        return omissions.stream()
                .filter(Omission.Unread.class::isInstance)
                .map(Omission.Unread.class::cast)
                .toList();
    }
}
