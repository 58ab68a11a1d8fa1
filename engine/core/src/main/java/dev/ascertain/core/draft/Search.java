package dev.ascertain.core.draft;

import dev.ascertain.core.observe.ObserveEvent;
import dev.ascertain.spi.Discovery;
import dev.ascertain.spi.Discovery.Listing;
import dev.ascertain.spi.Found;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.RunContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Discovers what names and patterns mean. Reads only. */
final class Search {
    private final RunContext context;
    private final Discovery discovery;
    private final String account;
    private final Consumer<ObserveEvent> listener;

    Search(RunContext context, Discovery discovery, String account, Consumer<ObserveEvent> listener) {
        this.context = context;
        this.discovery = discovery;
        this.account = account;
        this.listener = listener;
    }

    /** What is there, and what of the wanted is not. */
    record Result(List<Found> found, List<Omission> omissions) {
        Result {
            found = List.copyOf(found);
            omissions = List.copyOf(omissions);
        }

        private static Result of(List<Result> parts) {
            return new Result(
                    parts.stream().flatMap(part -> part.found.stream()).toList(),
                    parts.stream().flatMap(part -> part.omissions.stream()).toList());
        }
    }

    /**
     * Plain names are looked up one by one; the list is read only where a pattern needs it.
     *
     * @throws ProviderException if the list could not be read as a whole, the credential was refused, or the run stopped
     */
    Result of(Wanted wanted) {
        Stream<Result> named = together(wanted.names(), "name", this::named).stream();
        List<Found> all = wanted.patterns().isEmpty() ? List.of() : all();
        Stream<Result> matching = wanted.patterns().stream().map(pattern -> matching(pattern, all));
        return Result.of(Stream.concat(named, matching).toList());
    }

    private Result named(String name) {
        try {
            List<Found> found = discovery.named(name);
            return found.isEmpty() ? nothing(name) : new Result(found, List.of());
        } catch (ProviderException failure) {
            if (failure.kind() == Kind.UNAUTHORIZED || failure.kind() == Kind.NOT_ASKED) {
                throw failure;
            }
            return new Result(List.of(), List.of(new Omission.Unread(name, failure)));
        }
    }

    private static Result matching(String pattern, List<Found> all) {
        List<Found> found =
                all.stream().filter(one -> Wanted.matches(pattern, one.name())).toList();
        return found.isEmpty() && !pattern.equals(Wanted.ANYTHING) ? nothing(pattern) : new Result(found, List.of());
    }

    private static Result nothing(String name) {
        ProviderException absent = ProviderException.of(Kind.NOT_FOUND, "The credential can see nothing of this name.")
                .hint("Check the spelling, the account, and what the credential may see.")
                .build();
        return new Result(List.of(), List.of(new Omission.Unread(name, absent)));
    }

    /** The list may grow while it is read. */
    private List<Found> all() {
        var listings = new ArrayList<Listing>();
        int pages = 1;
        while (listings.size() < pages) {
            List<Integer> numbers =
                    IntStream.rangeClosed(listings.size() + 1, pages).boxed().toList();
            listings.addAll(together(numbers, "page", discovery::all));
            pages = listings.stream().mapToInt(Listing::pages).max().orElse(0);
        }
        return listings.stream().flatMap(listing -> listing.found().stream()).toList();
    }

    private <A, B> List<B> together(List<A> arguments, String what, Function<A, B> call) {
        var begun = new AtomicInteger();
        return new Together(context).all(arguments, argument -> {
            listener.accept(new ObserveEvent.Started(
                    account, what + " " + argument, begun.getAndIncrement(), arguments.size()));
            return call.apply(argument);
        });
    }
}
