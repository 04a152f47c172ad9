package uk.homeward.server.exchange.hospitals;

import java.time.Instant;
import uk.homeward.journey.place.WardId;

/**
 * Where a journey's person is in a hospital.
 *
 * @param visit the hospital's number of the visit, one for each journey
 * @param person the person's id
 * @param ward the ward or department
 * @param inBed true in a bed, false in the emergency department
 * @param since since when
 */
record Whereabouts(String visit, String person, WardId ward, boolean inBed, Instant since) {}
