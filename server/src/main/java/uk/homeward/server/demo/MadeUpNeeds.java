package uk.homeward.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.SearchEvent.Portrait;
import uk.homeward.journey.event.SearchEvent.Urgency;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.matching.Matcher;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.matching.Travel;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.server.person.PersonCard;

/** What made-up people need and wish of a place: from their record, and by luck that their id decides. */
@Component
class MadeUpNeeds {

    private final Terms terms;
    private final Luck luck = new Luck(20_260_417);

    MadeUpNeeds(Matcher matcher) {
        this.terms = matcher.terms();
    }

    /** @param pathway the way out of hospital that was described: 1 home with help, 3 a home */
    Wanted of(PersonCard card, int pathway, LocalDate from) {
        String id = card.id();
        boolean atHome = pathway == 1;
        boolean nursing = !atHome && luck.happens(0.5, id, "nursing");
        List<String> essential = new ArrayList<>();
        add(essential, card.dementia(), "dementia");
        add(essential, nursing, "nursing");
        add(essential, luck.happens(0.15, id, "last months"), "end-of-life");
        add(essential, atHome && luck.happens(0.3, id, "two"), "double-handed");
        add(essential, !atHome && luck.happens(0.25, id, "hoist"), "hoist");
        return wanted(
                card,
                atHome ? ProviderKind.HOME_CARE : nursing ? ProviderKind.NURSING_HOME : ProviderKind.RESIDENTIAL_HOME,
                essential,
                from);
    }

    /** Somebody who is hard to find a place for: a nursing home for people with dementia. */
    Wanted hard(PersonCard card, LocalDate from) {
        return wanted(card, ProviderKind.NURSING_HOME, List.of("dementia", "nursing"), from);
    }

    private Wanted wanted(PersonCard card, ProviderKind kind, List<String> essential, LocalDate from) {
        String id = card.id();
        boolean urgent = essential.contains("end-of-life");
        return new Wanted(
                kind,
                essential,
                wishes(card, kind),
                kind == ProviderKind.HOME_CARE ? 7 + Math.round(14 * luck.uniform(id, "hours")) : 0,
                from,
                urgent ? Urgency.URGENT : Urgency.SOON,
                luck.happens(0.3, id, "self") ? Funder.SELF : urgent ? Funder.NHS : Funder.COUNCIL,
                0,
                Travel.outward(card.postcode()),
                luck.happens(0.5, id, "whom") ? "a daughter" : "where they live now",
                0,
                "",
                portrait(card));
    }

    private List<String> wishes(PersonCard card, ProviderKind kind) {
        List<String> wishes = new ArrayList<>();
        String language = card.language().toLowerCase(java.util.Locale.ROOT);
        add(wishes, terms.language().contains(language), language);
        add(wishes, kind.isCareHome() && luck.happens(0.4, card.id(), "garden"), "garden");
        add(wishes, kind.isCareHome() && luck.happens(0.15, card.id(), "pet"), "pets");
        return wishes;
    }

    private Portrait portrait(PersonCard card) {
        String id = card.id();
        return new Portrait(
                luck.happens(0.5, id, "moves")
                        ? "Walks with a frame and one person"
                        : "Stands with two people, then a wheelchair",
                luck.happens(0.5, id, "help")
                        ? "Washing, dressing and meals, four times a day"
                        : "Washing and dressing, morning and evening",
                luck.happens(0.5, id, "nights") ? "Sleeps through" : "Up twice, and calls",
                luck.happens(0.5, id, "risks") ? "Has fallen twice this year" : "Forgets to drink",
                card.matters() == null ? "" : card.matters());
    }

    private static void add(List<String> features, boolean applies, String feature) {
        if (applies) {
            features.add(feature);
        }
    }
}
