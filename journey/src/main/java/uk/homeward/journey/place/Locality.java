package uk.homeward.journey.place;

import java.util.List;

/**
 * A part of a place with teams of its own.
 *
 * @param authority the ONS code of the council whose area this is, such as E08000025
 * @param constituencies parliamentary constituencies (before 2024), where the place is organised by them
 * @param olderShare how much larger (1.2) or smaller (0.8) the share of older people is than over its whole authority
 * @param source where the figures come from
 */
public record Locality(
        LocalityId id, String title, String authority, List<String> constituencies, double olderShare, String source) {

    public Locality {
        constituencies = List.copyOf(constituencies);
    }
}
