package uk.homeward.server.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.SearchEvent.Assessment;
import uk.homeward.journey.event.SearchEvent.Chooser;
import uk.homeward.journey.event.SearchEvent.DeclineReason;
import uk.homeward.journey.event.SearchEvent.Portrait;
import uk.homeward.journey.event.SearchEvent.Urgency;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.matching.SearchCommand;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.matching.Travel;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.server.web.Form;

/** Reads commands on searches from what was filled in. */
final class SearchReader {

    /** What the hub, a coordinator or the person may say. */
    static final List<String> WORDS = List.of(
            "choose",
            "offer-place",
            "answer-question",
            "take-back",
            "place",
            "withdraw",
            "reopen",
            "answer-proposal",
            "take-on");

    /** What a provider may say. */
    static final List<String> OF_PROVIDER = List.of("ask", "accept", "decline");

    /** The feature of places where a couple may share; a wish of everybody who stays together. */
    private static final String TOGETHER = "couples";

    private final Terms terms;
    private final Travel travel;

    SearchReader(Terms terms, Travel travel) {
        this.terms = terms;
        this.travel = travel;
    }

    /** A command without the need; empty where there is no such word. */
    Optional<SearchCommand> read(String word, Form form, LocalDate today) {
        return Optional.ofNullable(
                switch (word) {
                    case "choose" ->
                        new SearchCommand.Choose(
                                form.need("provider", "Choose a place"),
                                form.one(Chooser.class, "chooser", "Say who chose"),
                                form.may("words"),
                                form.may("why-other"),
                                form.may("top-up"));
                    case "offer-place" -> new SearchCommand.OfferPlace(form.need("provider", "Name the provider"), "");
                    case "answer-question" ->
                        new SearchCommand.AnswerQuestion(form.fields().text("offer"), form.may("answer"));
                    case "take-back" -> new SearchCommand.TakeBack(form.fields().text("offer"), form.may("reason"));
                    case "place" -> new SearchCommand.Place(day(form, "from", today));
                    case "withdraw" -> new SearchCommand.Withdraw(form.may("reason"));
                    case "reopen" -> new SearchCommand.Reopen(form.may("reason"));
                    case "answer-proposal" ->
                        new SearchCommand.AnswerProposal(
                                form.fields().text("provider"),
                                form.fields().text("taken").equals("yes"),
                                form.may("reason"));
                    case "take-on" -> new SearchCommand.TakeOn(form.may("plan"));
                    case "ask" -> new SearchCommand.Ask(form.fields().text("offer"), form.may("question"));
                    case "accept" ->
                        new SearchCommand.Accept(
                                form.fields().text("offer"),
                                day(form, "from", today),
                                form.fields().text("assessment").equals("OWN") ? Assessment.OWN : Assessment.TRUSTED,
                                form.may("note"));
                    case "decline" ->
                        new SearchCommand.Decline(
                                form.fields().text("offer"),
                                form.one(DeclineReason.class, "reason", "Choose the reason that fits best"),
                                form.may("words"));
                    default -> null;
                });
    }

    private static LocalDate day(Form form, String field, LocalDate otherwise) {
        LocalDate day = form.day(field);
        return day == null ? otherwise : day;
    }

    /**
     * The described need.
     *
     * @param partner the person with whom they stay together; empty if nobody
     */
    Wanted wanted(Form form, String partner, LocalDate today) {
        ProviderKind setting = form.one(ProviderKind.class, "setting", "Choose which kind of care is recommended");
        String near = form.may("near");
        String outward = near.isEmpty() ? "" : Travel.outward(near);
        if (!outward.isEmpty() && !travel.knows(outward)) {
            form.fault(
                    "near", "This postcode area (" + outward + ") is not one of the place's. Write one such as B23.");
        }
        double hours = form.number("hours");
        if (setting == ProviderKind.HOME_CARE && hours <= 0) {
            form.fault("hours", "Write how many hours a week are needed at home");
        }
        if (hours < 0 || hours > 168 || form.number("most-price") < 0 || form.whole("most-minutes") < 0) {
            form.fault("hours", "Hours, price and minutes cannot be below zero, and a week has 168 hours");
        }
        List<String> known = Stream.of(terms.care(), terms.language(), terms.faithAndFood(), terms.living())
                .flatMap(List::stream)
                .toList();
        List<String> essential =
                form.fields().all("essential").stream().filter(known::contains).toList();
        List<String> desirable = Stream.concat(
                        form.fields().all("desirable").stream(),
                        partner.isEmpty() ? Stream.empty() : Stream.of(TOGETHER))
                .filter(known::contains)
                .filter(wish -> !essential.contains(wish))
                .toList();
        return new Wanted(
                setting,
                essential,
                desirable,
                setting == ProviderKind.HOME_CARE ? hours : 0,
                day(form, "from", today),
                form.one(Urgency.class, "urgency", "Say how soon it is needed"),
                form.one(Funder.class, "funder", "Say who pays"),
                form.number("most-price"),
                outward,
                form.may("near-whom"),
                form.whole("most-minutes"),
                form.may("usual"),
                new Portrait(
                        form.may("moves"),
                        form.may("help"),
                        form.may("nights"),
                        form.may("risks"),
                        form.may("matters")),
                partner);
    }
}
