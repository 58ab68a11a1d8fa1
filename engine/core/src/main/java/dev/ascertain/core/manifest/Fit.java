package dev.ascertain.core.manifest;

import dev.ascertain.spi.Form;

/** Whether a manifest can hold a text at all, where an attribute has a form. */
public final class Fit {
    private Fit() {}

    /** As an attribute of a declaration. */
    public static boolean declared(Form form, String text) {
        return !text.isBlank() && FormCheck.fault(form, text, false) == null;
    }

    /** As what is compared with what a provider reports. */
    public static boolean reported(Form form, String text) {
        return FormCheck.fault(form, text, true) == null;
    }

    /** The text so that nothing in it is a reference: <code>${</code> means itself. */
    public static String unresolved(String text) {
        return text.replace("${", "$${");
    }

    /** Whether a name can be one of a declaration. */
    public static boolean name(String text) {
        return Keys.NAME.matcher(text).matches();
    }
}
