package uk.homeward.server.identity;

import uk.homeward.journey.identity.Judgement.Likeness;
import uk.homeward.server.person.PersonCard;

/** Somebody who is like a person. */
public record Alike(PersonCard card, Likeness likeness) {}
