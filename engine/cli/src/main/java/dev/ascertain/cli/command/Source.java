package dev.ascertain.cli.command;

import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.DidYouMean;
import dev.ascertain.core.draft.Wanted;
import dev.ascertain.core.manifest.OwnAccount;
import dev.ascertain.spi.Importable;
import dev.ascertain.spi.ProviderFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an import reads: which provider, and which account of it. */
final class Source {
    @Nullable String provider;

    @Nullable String accountId;

    List<String> settings = new ArrayList<>();

    void tell(Syntax syntax) {
        syntax.value(
                        "--provider PROVIDER",
                        String.class,
                        "Where to read, such as cloudflare: see ascertain providers. Required.",
                        given -> provider = given)
                .value(
                        "--account-id ID",
                        String.class,
                        "Only this account, where the credential can see several: --setting account_id=ID.",
                        given -> accountId = given)
                .values(
                        "--setting NAME=VALUE",
                        "A setting of the provider that is no secret, such as region=cn-north-4; it goes into the"
                                + " manifest too. Repeatable.",
                        given -> settings = given);
    }

    /**
     * @throws Ending if there is no such provider
     */
    ProviderFactory factory(Session session) {
        String name = provider;
        List<String> known = session.catalog().factories().stream()
                .map(ProviderFactory::name)
                .toList();
        if (name == null) {
            throw usage("Which provider?", "Say where to read: --provider %s.".formatted(String.join(" or ", known)));
        }
        return session.catalog().factory(name).orElseThrow(() -> unknown(name, known));
    }

    /** That there is no provider of this name. */
    static Ending unknown(String name, List<String> known) {
        return usage(
                "Unknown provider",
                "There is no provider \"%s\".\n%s"
                        .formatted(
                                name,
                                DidYouMean.sentence(name, known)
                                        .orElse("There are: " + String.join(", ", known) + ".")));
    }

    /**
     * @throws Ending if nothing can be imported, or not without names
     */
    static void require(ProviderFactory factory, Wanted wanted) {
        Importable importable = factory.importable()
                .orElseThrow(() -> usage(
                        "Nothing to import",
                        "There is nothing to list at %s.\nDeclare by hand what is to be verified: \"ascertain init --provider %s\" writes a manifest to begin with."
                                .formatted(factory.title(), factory.name())));
        if (!importable.listed() && !wanted.patterns().isEmpty()) {
            throw usage(
                    "Names are needed",
                    "%s lists no %s, so name those that are to be imported, without *."
                            .formatted(factory.title(), importable.things()));
        }
    }

    /**
     * @throws Ending if the account cannot be used; all faults but the last one are shown before
     */
    OwnAccount account(ProviderFactory factory, Session session) {
        OwnAccount account =
                OwnAccount.of(factory, given(), session.surroundings().environment());
        refuse(ExitCode.USAGE, account.mistakes(), account.faults(), session);
        refuse(ExitCode.MANIFEST, account.faults(), List.of(), session);
        return account;
    }

    /** Ends with the last of the faults, if there are any; all others are shown before. */
    private static void refuse(ExitCode code, List<Diagnostic> faults, List<Diagnostic> beside, Session session) {
        if (!faults.isEmpty()) {
            session.view().diagnostics(beside);
            session.view().diagnostics(faults.subList(0, faults.size() - 1));
            throw new Ending(code, faults.getLast());
        }
    }

    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        for (String setting : settings) {
            int end = setting.indexOf('=');
            if (end < 1) {
                throw usage("Invalid option", "--setting takes NAME=VALUE, such as region=cn-north-4.");
            }
            given.put(setting.substring(0, end), setting.substring(end + 1));
        }
        if (accountId != null) {
            given.put("account_id", accountId);
        }
        return given;
    }

    private static Ending usage(String summary, String detail) {
        return Ending.of(ExitCode.USAGE, summary, detail);
    }
}
