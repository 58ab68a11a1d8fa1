package dev.ascertain.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ascertain.spi.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What every answer comes in. Only {@code result} is documented everywhere; the rest is seen, and may be missing.
 *
 * @param success false is a failure even where the HTTP status says otherwise
 * @param errors see {@link CloudflareErrors}
 * @param resultInfo where the answer is one page of several
 */
record Envelope<T>(
        @Nullable T result,
        @Nullable Boolean success,
        @Nullable JsonNode errors,
        @Nullable Pages resultInfo) {
    private static final int MOST_PAGES = 1000;

    /** Where a page stands among the others. */
    record Pages(@Nullable Integer totalPages) {}

    /** @throws ProviderException if a 2xx answer says that it is a failure */
    static void confirm(@Nullable Envelope<?> answer) {
        if (answer != null && Boolean.FALSE.equals(answer.success)) {
            throw CloudflareErrors.of(answer.errors).within200();
        }
    }

    /**
     * The elements of an answer: none where {@code result} is null or left out.
     *
     * @throws ProviderException if there is no answer, or it is a failure
     */
    static <E> List<E> elements(@Nullable Envelope<List<E>> answer) {
        if (answer == null) {
            throw ProviderException.of(ProviderException.Kind.MALFORMED_RESPONSE, "Cloudflare answered with nothing.")
                    .build();
        }
        confirm(answer);
        return present(answer.result);
    }

    /** What is there of a list that may be left out, and may have gaps. */
    static <E> List<E> present(@Nullable List<E> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /**
     * The elements of all pages. A list that never ends is refused.
     *
     * @param read one page, counted from 1
     */
    static <E> List<E> allPages(IntFunction<Envelope<List<E>>> read) {
        List<E> all = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            Envelope<List<E>> answer = read.apply(page);
            List<E> elements = elements(answer);
            all.addAll(elements);
            if (elements.isEmpty() || !answer.continuesAfter(page)) {
                return all;
            }
        }
        throw endless();
    }

    private static ProviderException endless() {
        return ProviderException.of(
                        ProviderException.Kind.MALFORMED_RESPONSE,
                        "Cloudflare's list does not end after " + MOST_PAGES + " pages.")
                .build();
    }

    /**
     * How many pages the list has that this answer is one of, as far as it tells.
     *
     * @param page which one, from 1
     * @param largest how many elements a page can hold: a full one may not be the last
     * @throws ProviderException if there are more than are ever read
     */
    static int pages(Envelope<? extends List<?>> answer, int page, int largest) {
        Pages info = answer.resultInfo;
        boolean isFull = answer.result != null && answer.result.size() >= largest;
        int pages = info != null && info.totalPages != null ? info.totalPages : isFull ? page + 1 : page;
        if (pages > MOST_PAGES) {
            throw endless();
        }
        return pages;
    }

    private boolean continuesAfter(int page) {
        return resultInfo != null && resultInfo.totalPages != null && resultInfo.totalPages > page;
    }
}
