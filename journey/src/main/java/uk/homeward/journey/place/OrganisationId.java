package uk.homeward.journey.place;

/** Names an organisation, such as {@code uhb}. */
public record OrganisationId(String value) implements Comparable<OrganisationId> {

    public OrganisationId {
        Ids.requireId("organisation", value);
    }

    public static OrganisationId of(String value) {
        return new OrganisationId(value);
    }

    @Override
    public int compareTo(OrganisationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
