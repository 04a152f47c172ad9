package uk.homeward.journey.place;

import uk.homeward.journey.Id;

/** Names a care home or home-care provider, such as {@code home-012}. */
public record ProviderId(String value) implements Id, Comparable<ProviderId> {

    public ProviderId {
        Id.requireWords("provider", value);
    }

    public static ProviderId of(String value) {
        return new ProviderId(value);
    }

    @Override
    public int compareTo(ProviderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
