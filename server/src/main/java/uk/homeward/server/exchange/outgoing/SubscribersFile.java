package uk.homeward.server.exchange.outgoing;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/** Reads {@code subscribers.yaml}; every fault is told, with its line. */
final class SubscribersFile {

    private static final int LAST_PORT = 65_535;

    private SubscribersFile() {}

    static List<Subscriber> read(Path file, Faults faults) {
        return read(Yaml.read(file, faults));
    }

    static List<Subscriber> read(Yaml file) {
        file.allow("subscribers");
        List<Subscriber> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Yaml at : file.get("subscribers").items()) {
            Subscriber subscriber = subscriber(at);
            if (!ids.add(subscriber.id())) {
                at.fault("the id (" + subscriber.id() + ") stands twice", "each receiver once, with an id of its own");
            }
            all.add(subscriber);
        }
        return List.copyOf(all);
    }

    private static Subscriber subscriber(Yaml at) {
        at.allow("id", "name", "organisation", "mllp", "fhir", "sends", "pools");
        String id = at.get("id").text();
        if (at.has("mllp") == at.has("fhir")) {
            at.fault("it is not said how to reach it", "either mllp: {host, port} or fhir: {base}");
        }
        Subscriber.Line line = at.has("fhir") ? fhir(at.get("fhir")) : mllp(at.optional("mllp"));
        return new Subscriber(
                id,
                at.text("name", id),
                at.text("organisation", ""),
                line,
                kinds(at, line),
                Set.copyOf(at.texts("pools")));
    }

    private static Subscriber.Line mllp(Yaml at) {
        at.allow("host", "port", "application", "facility");
        int port = at.whole("port", 2575);
        if (port < 1 || port > LAST_PORT) {
            at.fault("this is no port (" + port + ")", "2575");
        }
        return new Subscriber.Mllp(
                at.text("host", "127.0.0.1"), port, at.text("application", ""), at.text("facility", ""));
    }

    private static Subscriber.Line fhir(Yaml at) {
        at.allow("base", "token-from");
        String base = at.get("base").text();
        if (!isSafe(base)) {
            at.get("base").fault("this is no address that may be told (" + base + ")", "https://host/path");
        }
        @Nullable String token = at.has("token-from") ? at.text("token-from", "") : null;
        return new Subscriber.Fhir(base.replaceFirst("/+$", ""), token);
    }

    /** Encrypted, unless it stays on this machine; compared as parsed. */
    static boolean isSafe(String base) {
        try {
            URI uri = URI.create(base);
            boolean local = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && local));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<Kind> kinds(Yaml at, Subscriber.Line line) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Yaml item : at.get("sends").items()) {
            Kind kind = Kind.find(item.text()).orElse(null);
            if (kind == null || kind.isFhir() != line instanceof Subscriber.Fhir) {
                item.fault(
                        "this is not sent on such a line (" + item.text() + ")",
                        "adt and mdm over mllp, discharge and referral over fhir");
            } else {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
