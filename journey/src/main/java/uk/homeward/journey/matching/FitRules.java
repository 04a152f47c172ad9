package uk.homeward.journey.matching;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import uk.homeward.journey.place.Rating;

/**
 * Whether a service may be shown for a need: each rule is one short method that allows it, or says why not. Who pays is not
 * among them: people who pay for themselves and people with a direct payment see the same places.
 */
final class FitRules {

    private final Terms terms;
    private final Travel travel;
    private final List<Rule> all = List.of(
            this::neverInadequate,
            this::ofTheRightKind,
            this::meetsEveryEssential,
            this::hasNotDeclined,
            this::hasRoom,
            this::nearEnough,
            this::withinThePrice);

    FitRules(Terms terms, Travel travel) {
        this.terms = terms;
        this.travel = travel;
    }

    /** One rule; empty where it allows the service. */
    @FunctionalInterface
    interface Rule {
        Optional<WhyNot> check(Asked asked, CareService service);
    }

    /** The first rule that refuses; empty where all allow. */
    Optional<WhyNot> check(Asked asked, CareService service) {
        for (Rule rule : all) {
            Optional<WhyNot> refused = rule.check(asked, service);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private Optional<WhyNot> neverInadequate(Asked asked, CareService service) {
        return service.rating() == Rating.INADEQUATE
                ? WhyNot.because("inadequate", "The regulator rates it inadequate. Nobody new is sent there.")
                : WhyNot.NOTHING;
    }

    private Optional<WhyNot> ofTheRightKind(Asked asked, CareService service) {
        return service.kind() == asked.setting()
                ? WhyNot.NOTHING
                : WhyNot.because(
                        "other-kind", "It is another kind of care: " + CareService.title(service.kind()) + ".");
    }

    private Optional<WhyNot> meetsEveryEssential(Asked asked, CareService service) {
        List<String> lacking = asked.wanted().essential().stream()
                .filter(feature -> !service.features().contains(feature))
                .toList();
        return lacking.isEmpty()
                ? WhyNot.NOTHING
                : WhyNot.because(
                        "lacks-essential",
                        "It does not have what is essential: "
                                + lacking.stream().map(terms::words).collect(Collectors.joining("; ")) + ".");
    }

    private Optional<WhyNot> hasNotDeclined(Asked asked, CareService service) {
        return asked.declinedBy().contains(service.id())
                ? WhyNot.because("declined", "It said no to this need. If the need changes, describe it anew.")
                : WhyNot.NOTHING;
    }

    /** The place that they have now is kept for them. */
    private Optional<WhyNot> hasRoom(Asked asked, CareService service) {
        int needed = (asked.isUsual(service) ? 0 : 1) + (asked.wanted().forTwo() ? 1 : 0);
        if (service.room() >= needed) {
            return WhyNot.NOTHING;
        }
        return service.room() == 0
                ? WhyNot.because("full", "Nothing is free there now.")
                : WhyNot.because("room-for-one", "One place is free there now; the two who stay together need two.");
    }

    private Optional<WhyNot> nearEnough(Asked asked, CareService service) {
        OptionalInt minutes = travel.minutes(asked.wanted().near(), service.outward());
        int most = asked.wanted().mostMinutes();
        return most == 0 || minutes.isEmpty() || minutes.getAsInt() <= most
                ? WhyNot.NOTHING
                : WhyNot.because(
                        "too-far",
                        "It is about " + minutes.getAsInt() + " minutes away; no more than " + most
                                + " were asked for.");
    }

    private Optional<WhyNot> withinThePrice(Asked asked, CareService service) {
        double most = asked.wanted().mostPrice();
        return most <= 0 || service.price() <= most
                ? WhyNot.NOTHING
                : WhyNot.because(
                        "too-dear", "Its fixed price is " + service.priceWords() + ", more than was asked for.");
    }
}
