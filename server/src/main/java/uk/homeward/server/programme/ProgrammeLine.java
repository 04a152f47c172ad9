package uk.homeward.server.programme;

import java.time.LocalDate;
import java.util.List;
import uk.homeward.insight.programme.Status;
import uk.homeward.journey.programme.ActionLine;
import uk.homeward.journey.programme.Decision;
import uk.homeward.journey.programme.Programme;

/** One programme in the list. */
public record ProgrammeLine(
        Programme programme, Status status, int overdueMilestones, long openDecisions, long overdueActions, int risks) {

    static ProgrammeLine of(Programme programme, List<OutcomeLine> outcomes, int risks, LocalDate day) {
        return new ProgrammeLine(
                programme,
                Statuses.whole(outcomes),
                (int) programme.milestones().stream()
                        .filter(m -> m.isOverdue(day))
                        .count(),
                programme.decisions().stream().filter(Decision::isOpen).count(),
                programme.actions().stream()
                        .filter((ActionLine a) -> a.isOverdue(day))
                        .count(),
                risks);
    }

    boolean fits(String strand, String standing, String words) {
        String all = (programme.title() + " " + programme.described().objective() + " "
                        + programme.described().owner())
                .toLowerCase(java.util.Locale.ROOT);
        return (strand.isEmpty() || programme.described().strand().equals(strand))
                && (standing.isEmpty() || status.standing().word().equals(standing))
                && all.contains(words.toLowerCase(java.util.Locale.ROOT));
    }
}
