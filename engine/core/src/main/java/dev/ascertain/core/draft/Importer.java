package dev.ascertain.core.draft;

import dev.ascertain.core.manifest.Account;
import dev.ascertain.core.manifest.Fit;
import dev.ascertain.core.observe.Accounts;
import dev.ascertain.core.observe.Bound;
import dev.ascertain.core.observe.Look;
import dev.ascertain.core.observe.ObserveEvent;
import dev.ascertain.core.observe.Sweep;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.Found;
import dev.ascertain.spi.Importable;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Observer;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The straight line of {@code import}: discover, observe, draft. Never changes anything. */
public final class Importer {
    private static final Comparator<Found> ORDER =
            Comparator.comparing(Found::name).thenComparing(found -> identity(found.attributes()));

    private final RunContext context;
    private final Accounts accounts;
    private final Consumer<ObserveEvent> listener;

    /** @param listener is told what happens, from many threads at once */
    public Importer(RunContext context, Accounts accounts, Consumer<ObserveEvent> listener) {
        this.context = context;
        this.accounts = accounts;
        this.listener = listener;
    }

    /**
     * Drafts what is wanted of an account. What cannot be read is left out, and told.
     *
     * @param account one of a provider that has an {@link Importable}
     * @throws ProviderException if the credential is refused, or the list of all things could not be read
     */
    public Imported all(Account account, Wanted wanted) {
        Importable importable = account.factory().importable().orElseThrow();
        ResourceType type = account.factory().resourceTypes().stream()
                .filter(one -> one.name().equals(importable.type()))
                .findFirst()
                .orElseThrow();
        Observer observer = accounts.observer(account.name());
        Search.Result result = new Search(context, observer.discovery(), account.name(), listener).of(wanted);
        var omissions = new ArrayList<Omission>(result.omissions());
        Map<Bound, Found> targets = targets(account.name(), type, observer, result.found(), omissions);
        Map<Bound, Look> looks = new Sweep(context, accounts, listener).all(List.copyOf(targets.keySet()));
        return imported(new Drafter(type, importable), targets, looks, omissions);
    }

    private static Map<Bound, Found> targets(
            String account, ResourceType type, Observer observer, List<Found> found, List<Omission> omissions) {
        var targets = new LinkedHashMap<Bound, Found>();
        for (Found one : found.stream().sorted(ORDER).toList()) {
            if (fits(one, type)) {
                var bound = new Bound(account, observer.bind(declared(one, type)), List.of());
                targets.putIfAbsent(bound, one);
            } else {
                omissions.add(new Omission.Unread(one.name(), notDeclarable()));
            }
        }
        return targets;
    }

    /** What nobody could write by hand either is not drafted. */
    private static boolean fits(Found found, ResourceType type) {
        return found.attributes().entrySet().stream()
                .allMatch(entry -> type.declared(entry.getKey())
                        .filter(attribute -> fits(attribute, entry.getValue().asText()))
                        .isPresent());
    }

    private static boolean fits(DeclaredAttribute attribute, String text) {
        return Clause.isWord(text) && Fit.declared(attribute.form(), text);
    }

    private static ProviderException notDeclarable() {
        return ProviderException.of(
                        Kind.REJECTED,
                        "A declaration takes a whole name, such as shop.example.com, or an id; this is neither.")
                .build();
    }

    private static Declared declared(Found found, ResourceType type) {
        var attributes = new HashMap<String, Value>();
        for (DeclaredAttribute attribute : type.declared()) {
            if (attribute.defaultValue() != null) {
                attributes.put(attribute.name(), attribute.defaultValue());
            }
        }
        attributes.putAll(found.attributes());
        return new Declared(type.name() + "." + found.name(), type.name(), attributes);
    }

    private Imported imported(
            Drafter drafter, Map<Bound, Found> targets, Map<Bound, Look> looks, List<Omission> omissions) {
        var drafts = new ArrayList<Draft>();
        var notices = new ArrayList<String>();
        targets.forEach((bound, found) -> {
            switch (Objects.requireNonNull(looks.get(bound))) {
                case Look.Unseen(ProviderException failure) when failure.kind() == Kind.UNAUTHORIZED -> throw failure;
                case Look.Unseen(ProviderException failure) ->
                    omissions.add(new Omission.Unread(found.name(), failure));
                case Look.Seen(Observation observation)
                when observation.verifications().isEmpty() -> omissions.add(new Omission.Empty(found.name()));
                case Look.Seen(Observation observation) -> {
                    drafts.addAll(drafter.drafts(found, observation.verifications()));
                    notices.addAll(observation.notices());
                }
            }
        });
        List<Omission> sorted =
                omissions.stream().sorted(Comparator.comparing(Omission::name)).toList();
        return new Imported(drafts, sorted, notices, context.pause().isStopped());
    }

    private static String identity(Map<String, Value> attributes) {
        return new TreeMap<>(attributes).toString();
    }
}
