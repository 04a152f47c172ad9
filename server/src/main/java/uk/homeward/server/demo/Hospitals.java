package uk.homeward.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.StepId;
import uk.homeward.journey.place.HospitalWard;
import uk.homeward.journey.place.Pool;
import uk.homeward.journey.place.PoolId;
import uk.homeward.journey.place.Site;
import uk.homeward.journey.place.WardKind;
import uk.homeward.server.exchange.hospitals.Coding;

/** Reads from journeys what the place's hospitals would tell of the same people's stays. */
final class Hospitals {

    private final uk.homeward.journey.place.Place place;
    private final Luck luck;

    Hospitals(uk.homeward.journey.place.Place place, Luck luck) {
        this.place = place;
        this.luck = luck;
    }

    /** True for the way by which people come to a hospital by themselves. */
    static boolean isFrontDoor(Route route) {
        return !route.acceptance() && route.who().contains("hospital");
    }

    /** The number that the hospital gives to the stay with which a journey began. */
    static String visit(Journey journey) {
        String stay = journey.attributes().getOrDefault("stay", "");
        return stay.isEmpty() ? journey.id() : stay.substring(stay.lastIndexOf('/') + 1);
    }

    /** The emergency department to which someone of a locality comes: the nearest, or for some another. */
    Optional<HospitalWard> emergencyDepartment(String locality, String visit) {
        List<HospitalWard> all = place.hospitalWards().stream()
                .filter(w -> w.kind() == WardKind.EMERGENCY_DEPARTMENT)
                .toList();
        List<HospitalWard> near = all.stream()
                .filter(w -> isIn(place.sites().get(w.site()), locality))
                .toList();
        if (!near.isEmpty() && luck.happens(0.75, visit, "nearest")) {
            return Optional.of(luck.any(near, visit, "department"));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(luck.any(all, visit, "department"));
    }

    private static boolean isIn(Site site, String locality) {
        return site.locality() != null && site.locality().value().equals(locality);
    }

    /** The organisation that runs a ward. */
    String organisation(HospitalWard ward) {
        return place.sites().get(ward.site()).organisation().value();
    }

    /** Everything that follows from the journey so far, in order. */
    List<StayNews> of(Journey journey) {
        Reading reading = new Reading(journey);
        journey.history().events().forEach(reading::event);
        return reading.news;
    }

    /** One journey while it is read. */
    private final class Reading {
        private final Journey journey;
        private final Pathway pathway;
        private final String locality;
        private final List<StayNews> news = new ArrayList<>();
        private @Nullable HospitalWard at;
        private String visit;
        private int stays;

        Reading(Journey journey) {
            this.journey = journey;
            this.pathway = journey.pathway();
            this.locality = journey.attributes().getOrDefault("locality", "");
            this.visit = Hospitals.visit(journey);
        }

        void event(Recorded<JourneyEvent> r) {
            switch (r.event()) {
                case JourneyEvent.JourneyOpened e -> {
                    if (isFrontDoor(pathway.get(e.route()))) {
                        arrives(r, e.reason());
                    }
                }
                case JourneyEvent.StepStarted e -> starts(r, e);
                case JourneyEvent.JourneyEnded e ->
                    leaves(r, pathway.get(e.exit()).title());
                case JourneyEvent.ReferralWithdrawn e -> leaves(r, "");
                default -> {}
            }
        }

        private void starts(Recorded<JourneyEvent> r, JourneyEvent.StepStarted started) {
            Step step = pathway.get(started.step());
            HospitalWard ward = wardOf(started.places()).orElse(null);
            if (ward != null) {
                if (at != null && !at.site().equals(ward.site())) {
                    leaves(r, place.sites().get(ward.site()).title());
                }
                if (at == null) {
                    begins();
                }
                at = ward;
                tell(r, StayNews.What.ADMITTED, ward, "");
            } else if (step.setting() != Step.Setting.HOSPITAL) {
                leaves(r, title(step.id()));
            } else if (at == null) {
                arrives(r, journey.opening().reason());
            }
        }

        private String title(StepId step) {
            return pathway.get(step).title();
        }

        private void begins() {
            stays++;
            visit = Hospitals.visit(journey) + (stays == 1 ? "" : "-" + stays);
        }

        private void arrives(Recorded<JourneyEvent> r, String reason) {
            begins();
            emergencyDepartment(locality, visit).ifPresent(ward -> {
                at = ward;
                tell(r, StayNews.What.ARRIVED, ward, reason);
            });
        }

        private void leaves(Recorded<JourneyEvent> r, String to) {
            if (at != null) {
                tell(r, StayNews.What.LEFT, at, to);
                at = null;
            }
        }

        private void tell(Recorded<JourneyEvent> r, StayNews.What what, HospitalWard ward, String note) {
            Instant when = r.occurredAt();
            List<String> codes =
                    what == StayNews.What.LEFT ? Coding.of(journey.opening().reason(), visit) : List.of();
            news.add(new StayNews(r.sequence(), when, what, visit, ward, note, codes));
        }
    }

    private Optional<HospitalWard> wardOf(List<Place> places) {
        return places.stream()
                .flatMap(p -> place.pools().find(PoolId.of(p.unit())).stream())
                .map(Pool::holder)
                .filter(Pool.OfWard.class::isInstance)
                .map(held -> place.hospitalWards().get(((Pool.OfWard) held).ward()))
                .filter(ward -> ward.kind() != WardKind.ENABLEMENT && ward.kind() != WardKind.ASSESSMENT)
                .findFirst();
    }
}
