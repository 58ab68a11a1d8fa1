package dev.ascertain.cli.command;

import dev.ascertain.core.manifest.Selection;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Subject;
import java.util.List;

/**
 * Which verification somebody wants explained.
 *
 * @param address a pattern of addresses, {@code *} for anything
 * @param instance what tells one live verification apart from the others of its declaration, such as a hostname; empty
 *     for all of them
 */
record Wish(String address, String instance) {
    /** From {@code ADDRESS} or {@code ADDRESS INSTANCE}; a key within the address may hold spaces. */
    static Wish of(String typed) {
        int key = typed.indexOf("[\"");
        int from = key < 0 ? 0 : Math.max(key, typed.lastIndexOf("\"]"));
        int space = typed.indexOf(' ', from);
        return space < 0
                ? new Wish(typed, "")
                : new Wish(typed.substring(0, space), typed.substring(space).strip());
    }

    boolean means(Change change) {
        Subject subject = change.subject();
        return new Selection(List.of(address), List.of()).holds(subject.address())
                && (instance.isEmpty() || instance.equals(subject.instance()));
    }
}
