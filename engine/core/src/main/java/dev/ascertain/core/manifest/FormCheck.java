package dev.ascertain.core.manifest;

import dev.ascertain.core.source.Node;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.Form;
import dev.ascertain.spi.Value;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether texts look like what their attribute is.
 *
 * @param name of the attribute, for messages
 */
record FormCheck(Scope scope, String name, Form form) {
    private static final Pattern HEX_ID = Pattern.compile("[0-9A-Fa-f]{32}");

    /**
     * The value, or null if it is a text that cannot be meant, and that was said.
     *
     * @param others what could be set in place of this attribute
     */
    @Nullable Value declared(@Nullable Value value, Node node, List<DeclaredAttribute> others) {
        return check(value, node, text -> fault(form, text, false), others);
    }

    /** As {@link #declared}, for what is compared with what a provider reports: without a dot at the end, for one. */
    @Nullable Value reported(@Nullable Value value, Node node) {
        return check(value, node, text -> fault(form, text, true), List.of());
    }

    private @Nullable Value check(
            @Nullable Value value,
            Node node,
            Function<String, @Nullable NameFault> check,
            List<DeclaredAttribute> others) {
        if (!(value instanceof Value.Text(String text)) || !(node instanceof Scalar scalar)) {
            return value;
        }
        NameFault fault = check.apply(text);
        if (fault == null) {
            return value;
        }
        scope.error(
                node.span(),
                form == Form.HEX_ID ? "Not an id" : "Not a name",
                Words.quoted(name) + " takes " + wanted() + "; " + Words.quoted(scalar.shown()) + " " + fault.why()
                        + "." + advice(fault, scalar, others));
        return null;
    }

    /** Says nothing of a text that came from elsewhere but in which other place it fits. */
    private static String advice(NameFault fault, Scalar scalar, List<DeclaredAttribute> others) {
        if (fault.better() != null && scalar.shown().equals(scalar.text())) {
            return "\nWrite the name alone: " + fault.better();
        }
        return others.stream()
                .filter(other -> other.form() != Form.ANY && fault(other.form(), scalar.text(), false) == null)
                .findFirst()
                .map(other -> "\nSet " + Words.quoted(other.name()) + " to it instead.")
                .orElse("");
    }

    /** What is wrong with a text; null if it has the form. */
    static @Nullable NameFault fault(Form form, String text, boolean reported) {
        boolean isId = HEX_ID.matcher(text).matches();
        return switch (form) {
            case ANY -> null;
            case HOST_NAME -> host(text, reported);
            case HOST_OR_WILDCARD_NAME -> NameFault.ofReportedHostOrWildcard(text);
            case RECORD_NAME -> NameFault.ofRecord(text);
            case WHOLE_RECORD_NAME -> reported ? NameFault.ofReportedWholeRecord(text) : NameFault.ofWholeRecord(text);
            case HEX_ID -> isId ? null : new NameFault("is none", null);
            case HOST_NAME_OR_HEX_ID -> isId ? null : host(text, reported);
        };
    }

    private static @Nullable NameFault host(String text, boolean reported) {
        return reported ? NameFault.ofReportedHost(text) : NameFault.ofHost(text);
    }

    private String wanted() {
        return switch (form) {
            case ANY -> "a text";
            case HOST_NAME -> "a name such as shop.example.com";
            case HOST_OR_WILDCARD_NAME -> "a name such as shop.example.com or *.shop.example.com";
            case RECORD_NAME -> "the name of a record below another one, such as _dnsauth";
            case WHOLE_RECORD_NAME -> "the whole name of a record, such as _acme-challenge.shop.example.com";
            case HEX_ID -> "an id of 32 hexadecimal digits";
            case HOST_NAME_OR_HEX_ID -> "a name such as shop.example.com, or an id of 32 hexadecimal digits";
        };
    }
}
