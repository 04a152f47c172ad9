package uk.homeward.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;

/**
 * Bearer tokens of several issuers at once. A token must be signed by the issuer that it names, be meant for this server,
 * have an end, and carry the claims that make a {@link User}.
 */
final class BearerTokens {

    private BearerTokens() {}

    static AuthenticationManagerResolver<HttpServletRequest> resolver(
            Collection<IdentityService> services, Claims claims) {
        Map<String, AuthenticationManager> byIssuer = services.stream()
                .collect(Collectors.toUnmodifiableMap(IdentityService::issuer, s -> manager(s, claims)));
        return new JwtIssuerAuthenticationManagerResolver(
                (AuthenticationManagerResolver<String>) issuer -> find(byIssuer, issuer));
    }

    private static AuthenticationManager find(Map<String, AuthenticationManager> byIssuer, String issuer) {
        @Nullable AuthenticationManager manager = byIssuer.get(issuer);
        if (manager == null) {
            throw new InvalidBearerTokenException("the issuer is not trusted here");
        }
        return manager;
    }

    private static AuthenticationManager manager(IdentityService service, Claims claims) {
        JwtAuthenticationProvider provider =
                new JwtAuthenticationProvider(new SupplierJwtDecoder(() -> decoder(service)));
        provider.setJwtAuthenticationConverter(jwt -> {
            try {
                return new SignedIn(claims.user(service, jwt.getClaims()));
            } catch (Claims.Refused e) {
                throw new InvalidBearerTokenException(String.valueOf(e.getMessage()), e);
            }
        });
        return provider::authenticate;
    }

    private static JwtDecoder decoder(IdentityService service) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withIssuerLocation(service.issuer()).build();
        decoder.setJwtValidator(validator(service));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(IdentityService service) {
        Predicate<@Nullable Object> present = value -> value != null;
        Predicate<@Nullable Object> meant =
                value -> value instanceof Collection<?> audiences && audiences.contains(service.audience());
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(service.issuer()),
                new JwtClaimValidator<>(JwtClaimNames.AUD, meant),
                new JwtClaimValidator<>(JwtClaimNames.EXP, present),
                new JwtClaimValidator<>(JwtClaimNames.SUB, present));
    }
}
