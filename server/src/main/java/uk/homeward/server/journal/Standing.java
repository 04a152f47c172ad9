package uk.homeward.server.journal;

import uk.homeward.journey.journeys.Journey;

/** A journey as it stands, with the rows in which pages find it. */
record Standing(Journey journey, JourneyRow row) {}
