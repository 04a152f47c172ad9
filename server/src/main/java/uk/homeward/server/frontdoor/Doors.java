package uk.homeward.server.frontdoor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.journal.Pathways;

/** The ways into the place's pathway, as it defines them. */
@Component
public final class Doors {

    /** The route of this name is open to everybody, without an account. */
    private static final RouteId GATEWAY = RouteId.of("gateway");

    private final Pathway pathway;

    Doors(Pathways pathways) {
        this.pathway = pathways.first();
    }

    public Pathway pathway() {
        return pathway;
    }

    /** The route that is open to everybody; empty where the pathway has none. */
    public Optional<Route> gateway() {
        return Optional.ofNullable(pathway.routes().get(GATEWAY));
    }

    /** The routes on which somebody has to accept what comes in. */
    public List<Route> accepting() {
        return pathway.routes().values().stream().filter(Route::acceptance).toList();
    }

    /** The routes on which people come in without anybody accepting them, such as by arriving at a hospital. */
    List<Route> arriving() {
        return pathway.routes().values().stream().filter(r -> !r.acceptance()).toList();
    }

    /** The route that is meant for this kind of sender. */
    Optional<Route> routeFor(String kind) {
        return accepting().stream().filter(r -> r.who().contains(kind)).findFirst();
    }

    /** Every kind of sender who refers, with the title of their route. */
    public Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        accepting().forEach(route -> route.who().forEach(kind -> kinds.putIfAbsent(kind, route.title())));
        return kinds;
    }
}
