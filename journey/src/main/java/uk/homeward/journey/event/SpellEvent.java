package uk.homeward.journey.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital tells us about one stay (spell). Facts may come in any order and more than once; a spell is read from
 * all of them in the order in which they happened.
 */
public sealed interface SpellEvent extends Event {

    /** The hospital's number of the stay; blank if it gave none. */
    String visit();

    /** The person came to the hospital, without (yet) a bed. */
    record Arrived(
            String person,
            String site,
            String visit,
            @Nullable String location,
            String reason) implements SpellEvent {}

    record Admitted(
            String person,
            String site,
            String visit,
            @Nullable String location) implements SpellEvent {}

    record Moved(
            String person,
            String site,
            String visit,
            @Nullable String from,
            @Nullable String to) implements SpellEvent {}

    record Discharged(
            String person,
            String site,
            String visit,
            @Nullable String destination) implements SpellEvent {}

    record DischargeExpected(String person, String site, String visit, Instant at) implements SpellEvent {}

    record AdmissionCancelled(String person, String site, String visit) implements SpellEvent {}

    record MoveCancelled(
            String person,
            String site,
            String visit,
            @Nullable String backTo) implements SpellEvent {}

    record DischargeCancelled(
            String person,
            String site,
            String visit,
            @Nullable String location) implements SpellEvent {}

    /**
     * The hospital coded the stay's diagnoses. The last word holds; a coding of a stay that nobody told of waits for it.
     *
     * @param codes ICD-10 in capitals without dots, the main diagnosis first
     */
    record Coded(String person, String site, String visit, List<String> codes) implements SpellEvent {
        public Coded {
            codes = List.copyOf(codes);
        }
    }
}
