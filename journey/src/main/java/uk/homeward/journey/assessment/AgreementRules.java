package uk.homeward.journey.assessment;

import java.util.Optional;
import java.util.stream.Stream;
import uk.homeward.journey.event.AgreementEvent.Terms;

/** What an agreement must say before anybody relies on it. Each rule is one short method. */
public final class AgreementRules {

    private AgreementRules() {}

    /** Why an agreement cannot stand so; empty where it can. */
    public static Optional<Refused> check(Terms terms) {
        return Stream.<java.util.function.Function<Terms, Optional<Refused>>>of(
                        AgreementRules::isBetweenTwo,
                        AgreementRules::saysForWhichForms,
                        AgreementRules::saysWhoIsCompetent,
                        AgreementRules::saysHowLong,
                        AgreementRules::saysWhatOfAChallenge,
                        AgreementRules::endsAfterItBegins)
                .flatMap(rule -> rule.apply(terms).stream())
                .findFirst();
    }

    private static Optional<Refused> isBetweenTwo(Terms t) {
        return t.assessor().isBlank() || t.receiver().isBlank() || t.assessor().equals(t.receiver())
                ? Refused.because(
                        "two-organisations",
                        "An agreement is between two organisations. Choose who assesses, and another who relies on it.")
                : Optional.empty();
    }

    private static Optional<Refused> saysForWhichForms(Terms t) {
        return t.forms().isEmpty()
                ? Refused.because("no-forms", "The agreement covers no form. Choose those it covers.")
                : Optional.empty();
    }

    private static Optional<Refused> saysWhoIsCompetent(Terms t) {
        return t.roles().isEmpty() || t.competence().isBlank()
                ? Refused.because(
                        "no-competence",
                        "The agreement does not say who is competent. Choose their roles, and write what they must have"
                                + " learned.")
                : Optional.empty();
    }

    private static Optional<Refused> saysHowLong(Terms t) {
        return t.validDays() < 1 || t.validDays() > 3_650
                ? Refused.because(
                        "no-validity",
                        "An assessment cannot be relied on for (" + t.validDays()
                                + ") days. Write a number from 1 to 3650.")
                : Optional.empty();
    }

    private static Optional<Refused> saysWhatOfAChallenge(Terms t) {
        return t.onChallenge().isBlank()
                ? Refused.because(
                        "no-challenge",
                        "The agreement does not say what happens if an assessment is judged flawed. Write it.")
                : Optional.empty();
    }

    private static Optional<Refused> endsAfterItBegins(Terms t) {
        return t.until() != null && t.until().isBefore(t.from())
                ? Refused.because(
                        "ends-before-it-begins",
                        "The agreement ends (" + t.until() + ") before it begins (" + t.from() + "). Mend the days.")
                : Optional.empty();
    }
}
