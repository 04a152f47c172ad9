package uk.homeward.server.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * This server as a client of its identity services. What a service says of itself is asked when somebody first signs in, so
 * that the server starts while a service is away.
 */
final class Registrations implements ClientRegistrationRepository {

    private final Map<String, IdentityService> services;
    private final Map<String, ClientRegistration> found = new ConcurrentHashMap<>();

    Registrations(Map<String, IdentityService> services) {
        this.services = services;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String name) {
        IdentityService service = services.get(name);
        return service == null ? null : found.computeIfAbsent(name, n -> registration(service));
    }

    private static ClientRegistration registration(IdentityService service) {
        return ClientRegistrations.fromIssuerLocation(service.issuer())
                .registrationId(service.name())
                .clientId(service.clientId())
                .clientSecret(service.clientSecret())
                .scope(service.scopes())
                .userNameAttributeName("sub")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
