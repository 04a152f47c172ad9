package uk.homeward.server.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.homeward.journey.matching.Asked;
import uk.homeward.journey.matching.Matcher;
import uk.homeward.journey.matching.Morning;
import uk.homeward.journey.matching.Morning.Line;
import uk.homeward.journey.matching.Morning.Proposal;
import uk.homeward.journey.matching.Morning.Waiting;
import uk.homeward.journey.matching.Search;
import uk.homeward.journey.place.Place;
import uk.homeward.server.time.PlaceTime;

/** This morning's waiting list with the proposal for it: everybody whose need is described and of whom nobody is deciding. */
@Component
public class Mornings {

    private static final int MOST = 400;

    private final SearchList list;
    private final SearchDesk desk;
    private final Openings openings;
    private final Matcher matcher;
    private final Place place;
    private final PlaceTime time;

    Mornings(SearchList list, SearchDesk desk, Openings openings, Matcher matcher, Place place, PlaceTime time) {
        this.list = list;
        this.desk = desk;
        this.openings = openings;
        this.matcher = matcher;
        this.place = place;
        this.time = time;
    }

    /**
     * The proposal as a page shows it.
     *
     * @param names by search
     */
    public record Shown(Proposal proposal, Map<String, String> names, Instant at) {

        /** Those who are proposed a place, then those who go on waiting. */
        public List<Line> lines() {
            List<Line> lines = new ArrayList<>(proposal.lines());
            lines.sort(
                    java.util.Comparator.comparing((Line line) -> line.service().isEmpty())
                            .thenComparing(line -> -line.days() * line.weight()));
            return lines;
        }

        public String name(String search) {
            return names.getOrDefault(search, search);
        }
    }

    Shown propose() {
        Instant now = time.instant();
        LocalDate today = day(now);
        Map<String, String> names = new LinkedHashMap<>();
        List<Waiting> people = new ArrayList<>();
        for (SearchLine line : list.open(MOST)) {
            boolean waits = line.setting() != null && line.offerState().isEmpty()
                    || line.offerState().equals("WAITING")
                            && line.offerUntil() != null
                            && !now.isBefore(line.offerUntil());
            if (waits) {
                desk.find(line.id()).flatMap(this::waiting).ifPresent(waiting -> {
                    people.add(waiting);
                    names.put(line.id(), line.name());
                });
            }
        }
        return new Shown(Morning.propose(matcher, people, openings.all(), today), names, now);
    }

    private Optional<Waiting> waiting(Search search) {
        return search.wanted().filter(wanted -> !wanted.forTwo()).map(wanted -> {
            String chosen = search.choice().map(choice -> choice.provider()).orElse("");
            Asked asked = search.choice()
                    .map(choice -> new Asked(wanted, choice.setting(), search.declinedBy()))
                    .orElseGet(() -> search.asked().orElseThrow());
            return new Waiting(search.id(), asked, day(search.openedAt().orElseThrow()), chosen);
        });
    }

    private LocalDate day(Instant at) {
        return at.atZone(place.zone()).toLocalDate();
    }
}
