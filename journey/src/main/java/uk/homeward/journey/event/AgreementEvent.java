package uk.homeward.journey.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of an agreement: who may assess for whom. */
public sealed interface AgreementEvent extends Event {

    /** The agreement was made, or made anew with other terms. */
    record AgreementMade(Terms terms) implements AgreementEvent {}

    record AgreementEnded(String reason) implements AgreementEvent {}

    /** Refused, and kept that it was. */
    record AgreementRefused(String command, String code, String why) implements AgreementEvent, Refusal {}

    /**
     * What was agreed.
     *
     * @param assessor the organisation whose people assess
     * @param receiver the organisation that relies on it
     * @param forms which forms are covered
     * @param roles the roles in which its people may assess
     * @param competence what they must have learned, in words
     * @param validDays for how many days the receiver relies on an assessment
     * @param onChallenge what happens if an assessment is judged flawed
     * @param until the last day; null where none is agreed
     * @param source where the terms are from
     */
    record Terms(
            String title,
            String assessor,
            String receiver,
            List<String> forms,
            List<String> roles,
            String competence,
            int validDays,
            String onChallenge,
            LocalDate from,
            @Nullable LocalDate until,
            String source) {

        public Terms {
            forms = List.copyOf(forms);
            roles = List.copyOf(roles);
        }

        /** True on the days between the first and the last. */
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }
}
