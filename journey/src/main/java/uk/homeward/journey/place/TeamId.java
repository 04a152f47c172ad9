package uk.homeward.journey.place;

import uk.homeward.journey.Id;

/** Names a team, such as {@code response-east}. */
public record TeamId(String value) implements Id, Comparable<TeamId> {

    public TeamId {
        Id.requireWords("team", value);
    }

    public static TeamId of(String value) {
        return new TeamId(value);
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
