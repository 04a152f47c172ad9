package uk.homeward.server.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.place.Place;

/**
 * Turns what an identity service says of somebody into a {@link User}. Whatever is missing or unknown to the place is
 * refused; nothing is guessed.
 */
final class Claims {

    private final Place place;

    Claims(Place place) {
        this.place = place;
    }

    /** The claims do not make a user; the message says which one, never what was in it about a person. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * The user of these claims.
     *
     * @throws Refused naming the claim that is missing or unknown
     */
    User user(IdentityService service, Map<String, Object> claims) {
        IdentityService.ClaimNames names = service.claims();
        return new User(
                service.name() + ":" + text(claims, names.id()),
                text(claims, names.name()),
                role(claims, names.role()),
                organisation(claims, names.organisation()),
                teams(claims, names.teams()));
    }

    private static Role role(Map<String, Object> claims, String name) {
        List<Role> roles = list(claims, name).stream()
                .flatMap(word -> Role.find(word).stream())
                .distinct()
                .toList();
        if (roles.size() != 1) {
            throw new Refused("The claim " + name + " names " + (roles.isEmpty() ? "no role" : "more than one role")
                    + " of Homeward.");
        }
        return roles.getFirst();
    }

    private String organisation(Map<String, Object> claims, String name) {
        String id = text(claims, name);
        if (!knows(id)) {
            throw new Refused(
                    "The claim " + name + " names an organisation (" + id + ") that this place does not have.");
        }
        return id;
    }

    /** True where the place has an organisation, provider or practice with this id. */
    boolean knows(String id) {
        return place.organisations().stream().anyMatch(o -> o.id().value().equals(id))
                || place.providers().stream().anyMatch(p -> p.id().value().equals(id))
                || place.practices().stream().anyMatch(p -> p.code().value().equals(id));
    }

    private List<String> teams(Map<String, Object> claims, String name) {
        List<String> teams = list(claims, name);
        for (String team : teams) {
            if (place.teams().stream().noneMatch(t -> t.id().value().equals(team))) {
                throw new Refused("The claim " + name + " names a team (" + team + ") that this place does not have.");
            }
        }
        return teams;
    }

    private static String text(Map<String, Object> claims, String name) {
        if (value(claims, name) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw missing(name);
    }

    /** A list, or one text with commas or blanks between. */
    private static List<String> list(Map<String, Object> claims, String name) {
        return switch (value(claims, name)) {
            case null -> throw missing(name);
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case String text ->
                Arrays.stream(text.split("[ ,]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
            default -> throw missing(name);
        };
    }

    private static @Nullable Object value(Map<String, Object> claims, String name) {
        @Nullable Object whole = claims.get(name);
        int dot = name.indexOf('.');
        if (whole != null || dot < 0 || !(claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner)) {
            return whole;
        }
        return inner.get(name.substring(dot + 1));
    }

    private static Refused missing(String name) {
        return new Refused("Your identity service did not send the claim " + name
                + ". Ask the people who run it to add it for Homeward.");
    }
}
