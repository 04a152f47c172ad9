package uk.homeward.server.exchange.resources;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of resources. */
public final class Address {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern LOCAL =
            Pattern.compile("([A-Z][A-Za-z]{1,40}/[A-Za-z0-9\\-.]{1,64})(/_history/[A-Za-z0-9\\-.]{1,64})?");

    private Address() {}

    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** {@code Patient/1} of a relative reference, without its version; blank if it leads elsewhere. */
    static String local(String reference) {
        Matcher matcher = LOCAL.matcher(reference);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
