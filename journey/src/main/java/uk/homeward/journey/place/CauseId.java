package uk.homeward.journey.place;

/** Names a cause of delay, such as {@code awaiting-medicines}. */
public record CauseId(String value) implements Comparable<CauseId> {

    public CauseId {
        Ids.requireId("delay cause", value);
    }

    public static CauseId of(String value) {
        return new CauseId(value);
    }

    @Override
    public int compareTo(CauseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
