package uk.homeward.server.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.homeward.journey.matching.Terms;
import uk.homeward.server.access.User;
import uk.homeward.server.response.Waiting;

/** Searches that providers refused too often stand among the tasks of whoever they are escalated to until they take them on. */
@Component
class Escalations implements Waiting {

    private final SearchList list;
    private final Terms terms;

    Escalations(SearchList list, Terms terms) {
        this.list = list;
        this.terms = terms;
    }

    @Override
    public List<Line> waiting(User user) {
        if (!user.role().word().equals(terms.offers().escalatesTo())) {
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
                search.refusals() + " providers said no. Take it on.",
                Objects.requireNonNull(search.escalatedAt()),
                "/places/" + search.id());
    }
}
