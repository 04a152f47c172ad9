package uk.homeward.journey.place;

import uk.homeward.journey.Id;

/** Names an organisation, such as {@code uhb}. */
public record OrganisationId(String value) implements Id, Comparable<OrganisationId> {

    public OrganisationId {
        Id.requireWords("organisation", value);
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
