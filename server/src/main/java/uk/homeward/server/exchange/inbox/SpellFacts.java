package uk.homeward.server.exchange.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.Location;
import uk.homeward.server.exchange.hl7.adt.PatientClass;
import uk.homeward.server.exchange.hl7.adt.Visit;

/** Turns what an ADT message says about one person's visit into facts of a hospital stay. */
final class SpellFacts {

    private final Wards wards;

    SpellFacts(Wards wards) {
        this.wards = wards;
    }

    /**
     * The facts; none if the message is not about a stay in a hospital.
     *
     * @param person the person's id in this house
     * @param visit what the message says about the visit; null if nothing
     */
    List<SpellEvent> of(AdtMessage message, String person, @Nullable Visit visit) {
        if (visit != null && isElsewhere(visit)) {
            return List.of();
        }
        String number = visit == null ? "" : visit.number();
        String site = wards.site(message, visit);
        List<SpellEvent> facts = new ArrayList<>();
        @Nullable SpellEvent main = main(message, person, site, number, visit);
        if (main != null) {
            facts.add(main);
        }
        @Nullable Instant expected = expected(message, visit);
        if (expected != null) {
            facts.add(new SpellEvent.DischargeExpected(person, site, number, expected));
        }
        if (visit != null && !visit.diagnoses().isEmpty() && tellsOfTheStay(message)) {
            facts.add(new SpellEvent.Coded(person, site, number, visit.diagnoses()));
        }
        return facts;
    }

    private static boolean tellsOfTheStay(AdtMessage message) {
        return switch (message.trigger()) {
            case A01, A02, A03, A04, A08, A13 -> true;
            case A11, A12, A16, A17, A28, A31, A34, A40 -> false;
        };
    }

    /** Outpatient visits are no stays; but a message without a number may mean the stay that is under way. */
    private static boolean isElsewhere(Visit visit) {
        return switch (visit.patientClass()) {
            case OUTPATIENT, PREADMISSION -> !visit.number().isBlank() || visit.at() != null;
            case NONE -> true;
            case INPATIENT, EMERGENCY, OTHER -> false;
        };
    }

    private @Nullable SpellEvent main(
            AdtMessage message, String person, String site, String number, @Nullable Visit visit) {
        @Nullable String at = visit == null ? null : place(site, visit.at());
        @Nullable String prior = visit == null ? null : place(site, visit.prior());
        String reason = visit == null ? "" : visit.reason();
        return switch (message.trigger()) {
            case A04 -> new SpellEvent.Arrived(person, site, number, at, reason);
            case A01 -> new SpellEvent.Admitted(person, site, number, at);
            case A02, A17 -> new SpellEvent.Moved(person, site, number, prior, at);
            case A03 ->
                new SpellEvent.Discharged(
                        person, site, number, visit == null ? null : blankToNull(visit.disposition()));
            case A11 -> new SpellEvent.AdmissionCancelled(person, site, number);
            case A12 -> new SpellEvent.MoveCancelled(person, site, number, at);
            case A13 -> new SpellEvent.DischargeCancelled(person, site, number, at);
            case A08, A16, A28, A31, A34, A40 -> null;
        };
    }

    private static @Nullable Instant expected(AdtMessage message, @Nullable Visit visit) {
        return switch (message.trigger()) {
            case A16 ->
                message.plannedAt() != null || visit == null ? message.plannedAt() : visit.expectedDischargeAt();
            case A01, A02, A04, A08 -> visit == null ? null : visit.expectedDischargeAt();
            case A03, A11, A12, A13, A17, A28, A31, A34, A40 -> null;
        };
    }

    private @Nullable String place(String site, @Nullable Location location) {
        return location == null ? null : wards.place(site, location);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    /** True if an arrival of this kind is for the hospital's front door, not planned. */
    static boolean isUnplanned(Visit visit) {
        return visit.patientClass() == PatientClass.EMERGENCY
                || !PLANNED.contains(visit.admission().toUpperCase(java.util.Locale.ROOT));
    }

    /** Codes of planned admissions: HL7 table 0007, and the NHS Data Dictionary's admission method 11 to 13. */
    private static final java.util.Set<String> PLANNED = java.util.Set.of("C", "R", "L", "11", "12", "13", "ELECTIVE");
}
