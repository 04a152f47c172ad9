package uk.homeward.journey.place;

/** Names a team, such as {@code response-east}. */
public record TeamId(String value) implements Comparable<TeamId> {

    public TeamId {
        Ids.requireId("team", value);
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
