package uk.homeward.server.exchange.hl7.adt;

import java.time.LocalDate;

/** What a message says about who the person is. */
public record Demographics(
        Told<PersonName> name,
        Told<LocalDate> birthDate,
        Told<Sex> sex,
        Told<Address> address,
        Told<String> phone,
        Told<String> language,
        Told<Vitality> vitality,
        Told<Practice> practice) {

    /** Says nothing at all. */
    public static final Demographics UNSAID = new Demographics(
            Told.unsaid(),
            Told.unsaid(),
            Told.unsaid(),
            Told.unsaid(),
            Told.unsaid(),
            Told.unsaid(),
            Told.unsaid(),
            Told.unsaid());
}
