package uk.homeward.server.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.identity.Judgement.Likeness;
import uk.homeward.server.person.PersonCard;

/**
 * Two records side by side.
 *
 * @param oneGivesWay whether the first was joined to the second
 * @param otherGivesWay whether the second was joined to the first
 * @param told what was asked and answered of the two, newest first
 */
public record Pair(
        PersonCard one,
        PersonCard other,
        Likeness likeness,
        List<Field> fields,
        boolean oneGivesWay,
        boolean otherGivesWay,
        List<Answer> told) {

    public Pair {
        fields = List.copyOf(fields);
        told = List.copyOf(told);
    }

    /** One line of the comparison. */
    public record Field(String title, String one, String other) {

        public boolean differs() {
            return !one.isBlank() && !other.isBlank() && !one.equalsIgnoreCase(other);
        }

        public boolean onlyOneSays() {
            return one.isBlank() != other.isBlank();
        }
    }

    /** What somebody said of the two. */
    public record Answer(java.time.Instant at, String by, String words) {}

    public boolean isJoined() {
        return oneGivesWay || otherGivesWay;
    }

    /** The record that stands while they are joined. */
    public PersonCard standing() {
        return oneGivesWay ? other : one;
    }

    /** The record that gave way while they are joined. */
    public PersonCard gaveWay() {
        return oneGivesWay ? one : other;
    }

    /** What is laid side by side, in the order in which people compare it. */
    static List<Field> fields(PersonCard one, PersonCard other, List<Field> counted) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("NHS number", number(one), number(other)));
        fields.add(new Field("Family name", one.family(), other.family()));
        fields.add(new Field("Given name", one.given(), other.given()));
        fields.add(new Field("Born", text(one.born()), text(other.born())));
        fields.add(new Field("Sex", told(one.sex()), told(other.sex())));
        fields.add(new Field("Address", one.address(), other.address()));
        fields.add(new Field("Postcode", one.postcode(), other.postcode()));
        fields.add(new Field("Telephone", one.phone(), other.phone()));
        fields.add(new Field("General practice", one.practice(), other.practice()));
        fields.add(new Field("Language", one.language(), other.language()));
        fields.add(new Field("Died", one.diedAt() == null ? "" : "yes", other.diedAt() == null ? "" : "yes"));
        fields.addAll(counted);
        return fields;
    }

    private static String number(PersonCard card) {
        return card.nhsNumber() == null ? "" : card.nhsNumberText();
    }

    private static String told(String sex) {
        return sex.equals("unknown") ? "" : sex;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : Objects.toString(value);
    }
}
