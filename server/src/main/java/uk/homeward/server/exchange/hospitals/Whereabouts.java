package uk.homeward.server.exchange.hospitals;

import java.time.Instant;
import uk.homeward.journey.place.WardId;

/**
 * Where a person is in a hospital by their journey.
 *
 * @param journey the journey's id
 * @param person the person's id
 * @param ward the ward or department
 * @param bed the bed; blank where none is named
 * @param inBed true in a bed; false in an emergency department, where which one is a guess
 * @param since since when
 */
record Whereabouts(String journey, String person, WardId ward, String bed, boolean inBed, Instant since) {}
