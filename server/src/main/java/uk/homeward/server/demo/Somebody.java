package uk.homeward.server.demo;

import uk.homeward.journey.person.FrailtyBand;

/** What the demo's life needs to know of a made-up person. */
record Somebody(
        String id,
        String given,
        String family,
        boolean female,
        String locality,
        FrailtyBand band,
        boolean livesAlone,
        boolean dementia,
        boolean careHome,
        String language) {}
