package uk.homeward.server.access;

import java.util.List;

/**
 * An OpenID Connect issuer that this server trusts to say who somebody is.
 *
 * @param name how this server calls it, in its addresses and in users' ids, such as {@code trust}
 * @param title what its button on the first page says
 * @param issuer the issuer's address, exactly as its tokens write it
 * @param audience what bearer tokens must be meant for
 * @param scopes what is asked for at sign-in
 * @param claims which claims say what
 */
record IdentityService(
        String name,
        String title,
        String issuer,
        String clientId,
        String clientSecret,
        String audience,
        List<String> scopes,
        ClaimNames claims) {

    IdentityService {
        scopes = List.copyOf(scopes);
    }

    /** Under which names claims arrive; a dot leads into a claim that has parts, as in {@code realm_access.roles}. */
    record ClaimNames(String id, String name, String role, String organisation, String teams) {}

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return name + " (" + issuer + ")";
    }
}
