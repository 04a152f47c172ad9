package uk.homeward.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** SMART backend services: a system gets a token by client credentials. */
@RestController
class ServiceTokenController {

    static final String TOKEN = "/auth/token";
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final ServiceTokens tokens;

    ServiceTokenController(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Open("A system has no account of a person; it shows an assertion that it signed")
    @PostMapping(path = TOKEN, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> token(
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        try {
            if (!"client_credentials".equals(sent.getFirst("grant_type"))) {
                throw new ServiceTokens.Refused("unsupported_grant_type", "grant_type is client_credentials");
            }
            if (!ASSERTION_TYPE.equals(sent.getFirst("client_assertion_type"))) {
                throw new ServiceTokens.Refused("invalid_request", "client_assertion_type is " + ASSERTION_TYPE);
            }
            ServiceTokens.Given given = tokens.give(
                    String.valueOf(sent.getFirst("client_assertion")),
                    String.valueOf(sent.getFirst("scope")),
                    request.getRequestURL().toString());
            return answer(HttpStatus.OK, body(given));
        } catch (ServiceTokens.Refused e) {
            return answer(
                    e.error().equals("invalid_client") ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST,
                    Map.of("error", e.error(), "error_description", String.valueOf(e.getMessage())));
        }
    }

    private static Map<String, Object> body(ServiceTokens.Given given) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", given.token());
        body.put("token_type", "bearer");
        body.put("expires_in", ServiceTokens.LASTING.toSeconds());
        body.put("scope", given.scopes().text());
        return body;
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
