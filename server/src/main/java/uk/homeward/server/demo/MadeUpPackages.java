package uk.homeward.server.demo;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.PackageEvent.ElementKind;
import uk.homeward.journey.event.PackageEvent.Per;
import uk.homeward.journey.event.PackageEvent.Share;
import uk.homeward.journey.event.SearchEvent.Urgency;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.Search;
import uk.homeward.journey.packages.PackageCommand;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.server.brokerage.PackageDesk;
import uk.homeward.server.matching.Openings;

/** Arranges what a made-up person's place costs; what is above the hub's limit waits to be agreed. */
@Component
class MadeUpPackages {

    private static final double HOURS_OF_ONE_TO_ONE = 70;
    private static final double PRICE_OF_AN_HOUR = 26.5;

    private final PackageDesk packages;
    private final Openings openings;
    private final Luck luck = new Luck(20_260_417);

    MadeUpPackages(PackageDesk packages, Openings openings) {
        this.packages = packages;
        this.openings = openings;
    }

    /** Opens the package of somebody who moves in; one in four needs somebody beside them by day. */
    void arrange(Search search, String provider, LocalDate from) {
        arrange(search, provider, from, luck.happens(0.25, search.person(), "one-to-one"));
    }

    /** The same for somebody who needs more than the hub may agree. */
    void arrangeDear(Search search, String provider, LocalDate from) {
        arrange(search, provider, from, true);
    }

    private void arrange(Search search, String provider, LocalDate from, boolean oneToOne) {
        CareService service = openings.find(provider).orElse(null);
        if (service == null) {
            return;
        }
        Wanted wanted = search.wanted().orElseThrow();
        String id = opened(search);
        tell(id, care(service, wanted, from));
        if (service.kind().isCareHome() && oneToOne) {
            tell(id, oneToOne(provider, from));
        }
        if (wanted.urgency() == Urgency.URGENT) {
            tell(
                    id,
                    new PackageCommand.AskContinuingCare(
                            "Priya Nair", "0121 496 0777", true, "Care in the last months of life"));
        }
    }

    private String opened(Search search) {
        String id = "package-" + search.id().substring("search-".length());
        packages.tell(
                id,
                new PackageCommand.Open(search.person(), search.locality(), search.id(), "Jo Bennett", "0121 496 0149"),
                SearchTurns.HUB,
                id);
        return id;
    }

    private static PackageCommand care(CareService service, Wanted wanted, LocalDate from) {
        return new PackageCommand.Add(
                kind(service.kind()),
                service.id(),
                CareService.title(service.kind()),
                wanted.hoursAWeek(),
                service.price(),
                service.kind().isCareHome() ? Per.WEEK : Per.HOUR,
                List.of(new Share(wanted.funder(), 100)),
                from);
    }

    private static ElementKind kind(ProviderKind kind) {
        return switch (kind) {
            case HOME_CARE -> ElementKind.HOME_CARE;
            case NURSING_HOME -> ElementKind.NURSING;
            case RESIDENTIAL_HOME -> ElementKind.RESIDENTIAL;
        };
    }

    private static PackageCommand oneToOne(String provider, LocalDate from) {
        return new PackageCommand.Add(
                ElementKind.OTHER,
                provider,
                "Somebody beside them by day, for two weeks",
                HOURS_OF_ONE_TO_ONE,
                PRICE_OF_AN_HOUR,
                Per.HOUR,
                List.of(new Share(Funder.COUNCIL, 100)),
                from);
    }

    private void tell(String id, PackageCommand command) {
        packages.tell(id, command, SearchTurns.HUB, null);
    }
}
