package uk.homeward.journey.place;

import uk.homeward.journey.Id;

/** Names a service of the directory, such as {@code rapid-response}. */
public record ServiceId(String value) implements Id, Comparable<ServiceId> {

    public ServiceId {
        Id.requireWords("service", value);
    }

    public static ServiceId of(String value) {
        return new ServiceId(value);
    }

    @Override
    public int compareTo(ServiceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
