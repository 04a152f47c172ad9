package uk.homeward.server.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How people sign in where a real place is served: the issuers of {@code HOMEWARD_OIDC_<NAME>_...}. None at all means that
 * nobody can sign in.
 */
public final class SignInSettings {

    private static final String PREFIX = "HOMEWARD_OIDC_";
    private static final Pattern KEY =
            Pattern.compile(PREFIX + "([A-Z0-9]+)_(ISSUER|CLIENT_ID|CLIENT_SECRET|CLIENT_SECRET_FILE|AUDIENCE|TITLE"
                    + "|SCOPES|CLAIM_ID|CLAIM_NAME|CLAIM_ROLE|CLAIM_ORGANISATION|CLAIM_TEAMS)");

    private final List<IdentityService> services;

    private SignInSettings(List<IdentityService> services) {
        this.services = List.copyOf(services);
    }

    /**
     * Reads the settings from environment variables.
     *
     * @throws FaultySignIn naming every fault at once
     */
    public static SignInSettings of(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        Map<String, Map<String, String>> byName = new TreeMap<>();
        environment.forEach((key, value) -> {
            Matcher matcher = KEY.matcher(key);
            if (matcher.matches()) {
                byName.computeIfAbsent(matcher.group(1), n -> new TreeMap<>()).put(matcher.group(2), value.strip());
            } else if (key.startsWith(PREFIX)) {
                faults.add("the setting (" + key + ") is not known. Maybe: " + PREFIX + "<NAME>_ISSUER, _CLIENT_ID,"
                        + " _CLIENT_SECRET_FILE; the name has letters and digits only");
            }
        });
        List<IdentityService> services = new ArrayList<>();
        byName.forEach((name, values) -> services.add(service(name, values, faults)));
        if (services.stream().map(IdentityService::issuer).distinct().count() < services.size()) {
            faults.add("two names have the same issuer. Maybe: remove one of " + byName.keySet());
        }
        if (!faults.isEmpty()) {
            throw new FaultySignIn(faults);
        }
        return new SignInSettings(services);
    }

    List<IdentityService> services() {
        return services;
    }

    private static IdentityService service(String name, Map<String, String> values, List<String> faults) {
        String clientId = needed(name, "CLIENT_ID", values, faults);
        String issuer = needed(name, "ISSUER", values, faults);
        if (!issuer.isEmpty() && !isSafe(issuer)) {
            faults.add(PREFIX + name + "_ISSUER (" + issuer
                    + ") is not safe. Maybe: https://..., or http on this machine");
        }
        return new IdentityService(
                name.toLowerCase(Locale.ROOT),
                values.getOrDefault("TITLE", "Sign in with your work account"),
                issuer,
                clientId,
                secret(name, values, faults),
                values.getOrDefault("AUDIENCE", clientId),
                List.of(values.getOrDefault("SCOPES", "openid profile").split("[ ,]+")),
                new IdentityService.ClaimNames(
                        values.getOrDefault("CLAIM_ID", "sub"),
                        values.getOrDefault("CLAIM_NAME", "name"),
                        values.getOrDefault("CLAIM_ROLE", "homeward_role"),
                        values.getOrDefault("CLAIM_ORGANISATION", "homeward_organisation"),
                        values.getOrDefault("CLAIM_TEAMS", "homeward_teams")));
    }

    private static boolean isSafe(String issuer) {
        return issuer.startsWith("https://")
                || issuer.matches("http://(127\\.0\\.0\\.1|localhost|\\[::1\\])(:\\d+)?(/.*)?");
    }

    private static String needed(String name, String key, Map<String, String> values, List<String> faults) {
        String value = values.getOrDefault(key, "");
        if (value.isEmpty()) {
            faults.add(PREFIX + name + "_" + key + " is missing. Maybe: set it, or remove all of " + PREFIX + name);
        }
        return value;
    }

    private static String secret(String name, Map<String, String> values, List<String> faults) {
        @Nullable String file = values.get("CLIENT_SECRET_FILE");
        if (file == null) {
            return needed(name, "CLIENT_SECRET", values, faults);
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            faults.add(PREFIX + name + "_CLIENT_SECRET_FILE (" + file + ") cannot be read. Maybe: the path is wrong, or"
                    + " this user may not read it");
            return "";
        }
    }
}
