package uk.homeward.journey.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.person.FrailtyBand;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.journey.person.Sex;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.PracticeCode;
import uk.homeward.journey.place.ProviderId;

/**
 * A made-up older person.
 *
 * @param number from 0, in the order in which people are drawn
 * @param nhsNumber valid, and from the range that is kept for tests
 * @param address a made-up house and street, or the name of a care home
 * @param outward a real outward postcode of the practice's or care home's area
 * @param clinicalFrailty the value from 1 to 9 that a clinician would record
 * @param language the language spoken first
 * @param ethnicCode letter of the national data dictionary
 * @param careHome where the person lives for good; null for their own home
 * @param hasCarer true where somebody unpaid helps
 */
public record SyntheticPerson(
        int number,
        NhsNumber nhsNumber,
        String familyName,
        String givenName,
        LocalDate born,
        Sex sex,
        String address,
        String outward,
        LocalityId locality,
        PracticeCode practice,
        FrailtyBand frailty,
        int clinicalFrailty,
        boolean dementia,
        boolean livesAlone,
        boolean hasCarer,
        String language,
        boolean needsInterpreter,
        String ethnicCode,
        String ethnicGroup,
        @Nullable ProviderId careHome) {

    /** Age in whole years on a day. */
    public int ageOn(LocalDate day) {
        return (int) ChronoUnit.YEARS.between(born, day);
    }

    public boolean livesInCareHome() {
        return careHome != null;
    }
}
