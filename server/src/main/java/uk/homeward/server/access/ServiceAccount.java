package uk.homeward.server.access;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;

/**
 * A system that works by itself: it reads by FHIR what its organisation's role and its scopes both allow, and opens nothing else.
 *
 * @param id its client id
 * @param keys the public keys by which it signs that it is itself
 */
record ServiceAccount(
        String id, String title, Role role, String organisation, List<String> teams, Scopes scopes, JWKSet keys) {

    ServiceAccount {
        teams = List.copyOf(teams);
    }

    User user() {
        return new User("service:" + id, title, role, organisation, teams);
    }
}
