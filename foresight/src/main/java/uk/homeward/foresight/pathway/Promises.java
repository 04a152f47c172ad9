package uk.homeward.foresight.pathway;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.network.Standard;
import uk.homeward.foresight.network.Standard.When;
import uk.homeward.foresight.network.WorkingHours;
import uk.homeward.journey.pathway.Moment;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;

/** Standards of the language as clocks of the network. A simulated contact is made when its step starts. */
final class Promises {

    private final Pathway pathway;

    Promises(Pathway pathway) {
        this.pathway = pathway;
    }

    List<Standard> all() {
        return pathway.standards().values().stream().map(this::standard).toList();
    }

    private Standard standard(uk.homeward.journey.pathway.Standard standard) {
        Moment onlyIf = standard.onlyIf();
        return new Standard(
                standard.id().value(),
                moments(standard.from()),
                moments(standard.to()),
                onlyIf == null ? List.of() : moments(onlyIf),
                Durations.hours(standard.within()),
                hours(standard.hours()));
    }

    private List<Standard.Moment> moments(Moment moment) {
        return switch (moment.kind()) {
            case OPENED -> List.of(new Standard.Moment(When.OPENED, null, null));
            case ACCEPTED -> accepted();
            case REQUESTED -> one(When.READY, moment);
            case STARTED, CONTACT -> one(When.STARTED, moment);
            case COMPLETED -> one(When.COMPLETED, moment);
            case LEFT -> one(When.LEFT, moment);
            case DECIDED -> one(When.DECIDED, moment);
            case ENDED -> List.of(new Standard.Moment(When.ENDED, null, null));
        };
    }

    private static List<Standard.Moment> one(When when, Moment moment) {
        return List.of(new Standard.Moment(when, moment.subject(), moment.option()));
    }

    private List<Standard.Moment> accepted() {
        List<Standard.Moment> moments = new ArrayList<>();
        for (Route route : pathway.routes().values()) {
            moments.add(
                    route.acceptance()
                            ? new Standard.Moment(When.DECIDED, Acceptance.decision(route.id()), Acceptance.ACCEPTED)
                            : new Standard.Moment(When.OPENED, route.id().value(), null));
        }
        return moments;
    }

    static @Nullable WorkingHours hours(uk.homeward.journey.pathway.@Nullable WorkingHours hours) {
        if (hours == null) {
            return null;
        }
        int to = (hours.to().toSecondOfDay() + 59) / 60; // 23:59:59 stands for midnight
        return WorkingHours.of(
                hours.from().toSecondOfDay() / 60,
                to,
                hours.days().stream().mapToInt(d -> d.getValue() - 1).toArray());
    }
}
