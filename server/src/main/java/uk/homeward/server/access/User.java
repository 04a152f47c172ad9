package uk.homeward.server.access;

import java.io.Serializable;
import java.util.List;
import uk.homeward.journey.event.Actor;

/**
 * Who is signed in.
 *
 * @param id stable, from the identity provider
 * @param organisation the id of the organisation they act for
 * @param teams the teams they belong to
 */
public record User(String id, String name, Role role, String organisation, List<String> teams) implements Serializable {

    public User {
        teams = List.copyOf(teams);
    }

    /** True where the role has this permission. */
    public boolean may(Permission permission) {
        return permission.isOf(role);
    }

    public Actor actor() {
        return new Actor(id, name, role.word(), organisation);
    }
}
