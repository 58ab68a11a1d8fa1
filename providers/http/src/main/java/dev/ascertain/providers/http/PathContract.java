package dev.ascertain.providers.http;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import feign.Contract;
import feign.DefaultContract;
import feign.MethodMetadata;
import feign.RequestTemplate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Feign's own annotations, but a value that is put into a path stays within its segment. Such values come from
 * providers too: an id such as {@code ../../other} must not lead a call elsewhere.
 */
final class PathContract implements Contract {
    private static final Pattern CLIMBING = Pattern.compile("(^|/)(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

    @Override
    public List<MethodMetadata> parseAndValidateMetadata(Class<?> api) {
        List<MethodMetadata> methods = new DefaultContract().parseAndValidateMetadata(api);
        methods.forEach(method -> method.template().decodeSlash(false));
        return methods;
    }

    /** Refuses what no encoding keeps within its segment. */
    static void check(RequestTemplate template, String vendor) {
        if (CLIMBING.matcher(template.path()).find()) {
            String message = "The request to %s could not be made: \"..\" cannot stand in its path.";
            throw ProviderException.of(Kind.REJECTED, message.formatted(vendor)).build();
        }
    }
}
