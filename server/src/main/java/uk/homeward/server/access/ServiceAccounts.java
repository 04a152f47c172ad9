package uk.homeward.server.access;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.journey.place.Place;

/**
 * The service accounts of this server: a file of JSON for each in the folder {@code HOMEWARD_SERVICES}, named by the client id.
 * A file that changes or goes counts from the next request on.
 */
@Component
class ServiceAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceAccounts.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 100_000;

    private final Environment environment;
    private final Place place;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    ServiceAccounts(Environment environment, Place place) {
        this.environment = environment;
        this.place = place;
    }

    private record Known(FileTime changed, long size, Optional<ServiceAccount> account) {}

    /** The account with this client id; empty if there is none, or its file is faulty. */
    Optional<ServiceAccount> find(String client) {
        @Nullable String folder = environment.getProperty("homeward.services");
        if (folder == null || !client.matches("[a-z0-9][a-z0-9-]{0,60}")) {
            return Optional.empty();
        }
        Path file = Path.of(folder).resolve(client + ".json");
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            Known before = known.get(file);
            if (before != null && before.changed().equals(changed) && before.size() == size) {
                return before.account();
            }
            Optional<ServiceAccount> account = size > LARGEST ? Optional.empty() : read(client, file);
            known.put(file, new Known(changed, size, account));
            return account;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<ServiceAccount> read(String client, Path file) throws IOException {
        List<String> faults = new ArrayList<>();
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            Optional<Role> role = Role.find(json.path("role").asString(""));
            String organisation = json.path("organisation").asString("");
            String scopes = json.path("scopes").asString("");
            List<String> teams =
                    json.path("teams").valueStream().map(t -> t.asString("")).toList();
            if (role.isEmpty()) {
                faults.add("role (" + json.path("role").asString("") + ") is none of Homeward's");
            }
            if (!new Claims(place).knows(organisation)) {
                faults.add("organisation (" + organisation + ") is none of this place");
            }
            Scopes.faults(scopes)
                    .forEach(s -> faults.add("scopes (" + s + ") is no scope such as system/Observation.rs"));
            teams.stream()
                    .filter(team ->
                            place.teams().stream().noneMatch(t -> t.id().value().equals(team)))
                    .forEach(team -> faults.add("teams (" + team + ") is none of this place"));
            JWKSet keys = JWKSet.parse(json.path("jwks").toString());
            if (keys.getKeys().isEmpty() || keys.getKeys().stream().anyMatch(com.nimbusds.jose.jwk.JWK::isPrivate)) {
                faults.add("jwks has no key, or a private one, which belongs nowhere but to the service itself");
            }
            if (faults.isEmpty()) {
                return Optional.of(new ServiceAccount(
                        client,
                        json.path("title").asString(client),
                        role.orElseThrow(),
                        organisation,
                        teams,
                        Scopes.of(scopes),
                        keys));
            }
        } catch (JacksonException | ParseException e) {
            faults.add("it is no JSON with title, role, organisation, scopes and jwks");
        }
        faults.forEach(fault -> LOG.warn("the service account {} is not used: {}", file.getFileName(), fault));
        return Optional.empty();
    }
}
