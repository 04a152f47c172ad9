package uk.homeward.journey.programme;

import java.time.LocalDate;
import java.util.List;
import uk.homeward.journey.event.ProgrammeEvent;
import uk.homeward.journey.event.RiskEvent;

/**
 * A programme as the place's data writes it down.
 *
 * @param toldOn the day of its document, from which it is known
 * @param events what is told of it on that day
 * @param benefits what is expected of it, and which measures count that
 */
public record ProgrammeDraft(
        String id, LocalDate toldOn, List<ProgrammeEvent> events, List<RiskDraft> risks, List<BenefitLink> benefits) {

    public ProgrammeDraft {
        events = List.copyOf(events);
        risks = List.copyOf(risks);
        benefits = List.copyOf(benefits);
    }

    /** A risk as the place's data writes it down. */
    public record RiskDraft(String id, List<RiskEvent> events) {

        public RiskDraft {
            events = List.copyOf(events);
        }
    }

    /**
     * Which measure counts what a benefit promises.
     *
     * @param plan the file of the plan, in the place's folder {@code benefits}
     * @param workstream the plan's workstream, and {@code outcome} what it yields
     * @param measure the measure whose counted people or days are that; empty where none counts it
     * @param why how the measure counts it, or why none does
     */
    public record BenefitLink(String id, String plan, String workstream, String outcome, String measure, String why) {}
}
