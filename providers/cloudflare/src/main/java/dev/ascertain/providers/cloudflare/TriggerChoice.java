package dev.ascertain.providers.cloudflare;

import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerDecision;
import dev.ascertain.spi.TriggerDecision.Ask;
import dev.ascertain.spi.TriggerDecision.Impossible;
import dev.ascertain.spi.TriggerWish;
import dev.ascertain.spi.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By which calls the wished checks are asked for. One {@code ?retry=true} where it touches nothing that is not wished;
 * otherwise a PATCH of each pack that holds nothing else. Pure.
 */
final class TriggerChoice {
    private final ZoneTarget target;
    private final List<LiveVerification> all;
    private final List<TriggerWish> wishes;
    private final Set<String> rechecked;
    private final boolean byZone;

    /** By {@code cert_pack_uuid}, as far as it may stand in a call. */
    private final Map<String, List<LiveVerification>> packs;

    /** The wishes for new orders, by the id of what they are for. */
    private final Map<String, List<TriggerWish>> orders;

    TriggerChoice(ZoneTarget target, List<LiveVerification> all, List<TriggerWish> wishes) {
        this.target = target;
        this.all = all;
        this.packs = all.stream()
                .filter(live -> identifier(live, "cert_pack_uuid") != null)
                .collect(Collectors.groupingBy(live -> Objects.requireNonNull(identifier(live, "cert_pack_uuid"))));
        this.orders = wishes.stream()
                .filter(wish -> wish.kind() == Trigger.Kind.NEW_ORDER)
                .collect(Collectors.groupingBy(wish -> wish.live().id()));
        this.wishes = wishes;
        this.rechecked = wishes.stream()
                .filter(wish -> wish.kind() == Trigger.Kind.RECHECK)
                .map(wish -> wish.live().id())
                .collect(Collectors.toSet());
        this.byZone = byZone();
    }

    /** One decision for each wish, in the same order. */
    List<TriggerDecision> decisions() {
        return wishes.stream()
                .map(wish -> switch (wish.kind()) {
                    case RECHECK -> byZone ? zone() : recheck(wish.live());
                    case NEW_ORDER -> newOrder(wish);
                })
                .toList();
    }

    /** Who asks for the whole zone has it asked for everybody: its packs need no second call. */
    private boolean byZone() {
        Set<String> ways = wishes.stream()
                .filter(wish -> wish.kind() == Trigger.Kind.RECHECK)
                .map(wish -> Objects.requireNonNullElse(wish.declared().text("trigger"), "auto"))
                .collect(Collectors.toSet());
        if (ways.contains("zone") || ways.contains("pack")) {
            return ways.contains("zone");
        }
        return all.stream().filter(live -> !settled(live)).allMatch(live -> rechecked.contains(live.id()));
    }

    /** What a retry does not concern: verified with nothing in the way, or held in reserve. */
    private static boolean settled(LiveVerification live) {
        return live.status() == Status.STAND_BY
                || (live.status() == Status.VERIFIED && live.obstacles().isEmpty());
    }

    private TriggerDecision zone() {
        return ask(
                Trigger.Kind.RECHECK,
                "Cloudflare to retry (%s, ?retry=true)".formatted(target.describe()),
                new TriggerCall.WholeZone());
    }

    private TriggerDecision recheck(LiveVerification live) {
        String pack = identifier(live, "cert_pack_uuid");
        if (pack == null) {
            return onlyByZone(
                    "Cloudflare reports no cert_pack_uuid for %s, so it cannot be asked to check this one alone."
                            .formatted(live.label()));
        }
        String others = labels(pack, one -> !settled(one) && !rechecked.contains(one.id()));
        if (!others.isEmpty()) {
            return onlyByZone("""
                    Pack %s also holds %s, which is not to be retried now, and Cloudflare checks a pack only as a whole.\
                    """.formatted(pack, others));
        }
        Set<String> methods = inPack(pack)
                .map(one -> identifier(one, "validation_method"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (methods.size() != 1) {
            return onlyByZone("""
                    Cloudflare reports %s validation_method for pack %s, and any other than the one in use would order \
                    anew.\
                    """.formatted(methods.isEmpty() ? "no" : "more than one", pack));
        }
        String method = methods.iterator().next();
        return ask(
                Trigger.Kind.RECHECK,
                "Cloudflare to check pack %s again (validation_method %s as before)".formatted(pack, method),
                new TriggerCall.OnePack(pack, method));
    }

    private TriggerDecision onlyByZone(String why) {
        return new Impossible(why + " Set trigger: zone to have all of %s retried.".formatted(target.describe()));
    }

    private TriggerDecision newOrder(TriggerWish wish) {
        LiveVerification live = wish.live();
        String method = declaredMethod(wish);
        String present = live.attribute("validation_method").map(Value::asText).orElse("the present one");
        if (method == null || method.equalsIgnoreCase(present)) {
            return new Impossible("""
                    Cloudflare orders anew only when the method changes: set validation_method to another one than %s, or \
                    order a pack in its dashboard.\
                    """.formatted(present));
        }
        if (!wish.declared().flag("allow_new_order")) {
            return new Impossible("""
                    validation_method %s instead of %s orders anew: there will be other tokens, and records that are \
                    published now stop counting. Set allow_new_order: true to permit it.\
                    """.formatted(method, present));
        }
        String pack = identifier(live, "cert_pack_uuid");
        if (pack == null) {
            return new Impossible("""
                    Cloudflare reports no cert_pack_uuid for %s, and a new order must name the pack. Change the validation \
                    method in Cloudflare's dashboard.\
                    """.formatted(live.label()));
        }
        return newOrder(pack, method, present);
    }

    /** Verified names count too: their tokens would be replaced as well. */
    private TriggerDecision newOrder(String pack, String method, String present) {
        String others = labels(pack, one -> !orderedAnew(one, method));
        if (!others.isEmpty()) {
            return new Impossible("""
                    Pack %s also holds %s, and a new order would replace its tokens too. Declare validation_method %s and \
                    allow_new_order for all names of the pack.\
                    """.formatted(pack, others, method));
        }
        return ask(
                Trigger.Kind.NEW_ORDER,
                "Cloudflare to order pack %s anew (validation_method %s instead of %s)"
                        .formatted(pack, method, present),
                new TriggerCall.OnePack(pack, method));
    }

    private boolean orderedAnew(LiveVerification live, String method) {
        return orders.getOrDefault(live.id(), List.of()).stream()
                .anyMatch(wish -> wish.declared().flag("allow_new_order") && method.equals(declaredMethod(wish)));
    }

    private static @Nullable String declaredMethod(TriggerWish wish) {
        String method = wish.declared().text("validation_method");
        return method == null ? null : method.toLowerCase(Locale.ROOT);
    }

    private Stream<LiveVerification> inPack(String pack) {
        return packs.getOrDefault(pack, List.of()).stream();
    }

    private String labels(String pack, Predicate<LiveVerification> which) {
        return inPack(pack).filter(which).map(LiveVerification::label).collect(Collectors.joining(", "));
    }

    /** The attribute, if it has a form that may stand in a call. */
    private static @Nullable String identifier(LiveVerification live, String attribute) {
        String text = live.attribute(attribute).map(Value::asText).orElse(null);
        return Texts.isIdentifier(text) ? text : null;
    }

    private static TriggerDecision ask(Trigger.Kind kind, String description, TriggerCall call) {
        return new Ask(new Trigger(kind, description, call.text()));
    }
}
