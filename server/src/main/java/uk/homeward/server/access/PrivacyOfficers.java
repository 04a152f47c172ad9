package uk.homeward.server.access;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Where alerts to each organisation's privacy officer go by e-mail: {@code HOMEWARD_PRIVACY_OFFICERS} holds
 * {@code organisation=address} pairs with blanks between. Without an address an alert stands on the officer's page alone.
 */
@Component
class PrivacyOfficers {

    private final Map<String, String> addresses;

    PrivacyOfficers() {
        this(System.getenv().getOrDefault("HOMEWARD_PRIVACY_OFFICERS", ""));
    }

    private PrivacyOfficers(String pairs) {
        this.addresses = read(pairs);
    }

    static PrivacyOfficers of(String pairs) {
        return new PrivacyOfficers(pairs);
    }

    private static Map<String, String> read(String pairs) {
        Map<String, String> addresses = new HashMap<>();
        for (String pair : pairs.strip().split("\\s+")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                addresses.put(pair.substring(0, equals), pair.substring(equals + 1));
            } else if (!pair.isEmpty()) {
                throw new IllegalArgumentException(
                        "HOMEWARD_PRIVACY_OFFICERS holds (" + pair + "). Maybe: organisation=officer@example.org");
            }
        }
        return Map.copyOf(addresses);
    }

    /** Empty where none is known. */
    String email(String organisation) {
        return addresses.getOrDefault(organisation, "");
    }
}
