package dev.ascertain.providers.cloudflare;

import org.jspecify.annotations.Nullable;

/** One zone on the wire. */
record WireZone(
        @Nullable String id,
        @Nullable String name,
        @Nullable String status,
        @Nullable Account account) {

    /** Whose zone it is. */
    record Account(@Nullable String id, @Nullable String name) {}

    /** The account for people, such as {@code Example Inc (023e…)}. */
    String owner() {
        if (account == null || account.id() == null) {
            return "an account that is not named";
        }
        String title = Texts.orNull(account.name());
        return Texts.bounded(title == null ? account.id() : title + " (" + account.id() + ")");
    }
}
