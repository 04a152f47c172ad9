package uk.homeward.server.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.response.Waiting;

/** Searches that providers refused too often stand among the tasks of those who find places until somebody takes them on. */
@Component
class Escalations implements Waiting {

    private final SearchList list;

    Escalations(SearchList list) {
        this.list = list;
    }

    @Override
    public List<Line> waiting(User user) {
        if (!user.may(Permission.FIND_PLACES)) {
            return List.of();
        }
        return list.escalated().stream()
                .filter(SearchLine::waitsForSomebodySenior)
                .map(Escalations::line)
                .sorted(Comparator.comparing(Line::since))
                .toList();
    }

    private static Line line(SearchLine search) {
        return new Line(
                search.name(),
                "For the head of brokerage: " + search.refusals() + " providers said no. Take it on.",
                Objects.requireNonNull(search.escalatedAt()),
                "/places/" + search.id());
    }
}
