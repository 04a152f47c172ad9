package uk.homeward.server.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code .well-known/smart-configuration} says: SMART backend services, and nothing that is not so. */
public final class SmartConfiguration {

    private SmartConfiguration() {}

    /** @param server its address, such as {@code https://homeward.example} */
    public static Map<String, Object> of(String server) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("token_endpoint", server + ServiceTokenController.TOKEN);
        said.put("grant_types_supported", List.of("client_credentials"));
        said.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        said.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS384", "ES384"));
        said.put("scopes_supported", List.of("system/*.rs", "system/*.cruds"));
        said.put("capabilities", List.of("client-confidential-asymmetric", "permission-v2", "permission-v1"));
        return said;
    }
}
