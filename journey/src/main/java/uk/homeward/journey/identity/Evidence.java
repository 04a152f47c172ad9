package uk.homeward.journey.identity;

/** One finding of a comparison. What it weighs stands in the place's {@code matching.yaml}. */
public enum Evidence {
    NUMBER_SAME("the NHS number is the same"),
    NUMBER_DIFFERENT("the NHS numbers differ"),
    FAMILY_SAME("the family name is the same"),
    FAMILY_LIKE("the family names are nearly the same"),
    FAMILY_DIFFERENT("the family names differ"),
    GIVEN_SAME("the given name is the same"),
    GIVEN_SHORT("the given name is a short form or an initial"),
    GIVEN_LIKE("the given names are nearly the same"),
    GIVEN_DIFFERENT("the given names differ"),
    NAMES_SWAPPED("given and family name stand the other way round"),
    BORN_SAME("the date of birth is the same"),
    BORN_PLACEHOLDER("the date of birth is the same first of January, which often stands for 'not known'"),
    BORN_SWAPPED("day and month of birth stand the other way round"),
    BORN_SLIP("the date of birth differs by one slip of typing"),
    BORN_SAME_YEAR("only the year of birth is the same"),
    BORN_DIFFERENT("the dates of birth differ"),
    SEX_SAME("the sex is the same"),
    SEX_DIFFERENT("the sex differs"),
    HOME_SAME("the address is the same"),
    POSTCODE_SAME("the postcode is the same"),
    AREA_SAME("the postal area is the same"),
    HOME_DIFFERENT("the postal areas differ"),
    PHONE_SAME("the telephone number is the same"),
    PHONE_DIFFERENT("the telephone numbers differ");

    private final String words;

    Evidence(String words) {
        this.words = words;
    }

    /** As part of a sentence. */
    public String words() {
        return words;
    }

    /** The word under which a place weighs it: {@code family-like}. */
    String word() {
        return uk.homeward.journey.source.CsvRow.word(this);
    }
}
