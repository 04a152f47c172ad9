package uk.homeward.journey.place;

import uk.homeward.journey.Id;

/** Names a hospital ward or department, such as {@code heartlands-frailty}. */
public record WardId(String value) implements Id, Comparable<WardId> {

    public WardId {
        Id.requireWords("hospital ward", value);
    }

    public static WardId of(String value) {
        return new WardId(value);
    }

    @Override
    public int compareTo(WardId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
