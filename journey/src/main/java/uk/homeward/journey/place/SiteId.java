package uk.homeward.journey.place;

import uk.homeward.journey.Id;

/** Names a hospital or other site, such as {@code heartlands}. */
public record SiteId(String value) implements Id, Comparable<SiteId> {

    public SiteId {
        Id.requireWords("site", value);
    }

    public static SiteId of(String value) {
        return new SiteId(value);
    }

    @Override
    public int compareTo(SiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
