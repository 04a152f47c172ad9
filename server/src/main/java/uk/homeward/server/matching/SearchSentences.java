package uk.homeward.server.matching;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SearchEvent;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.Search;
import uk.homeward.journey.matching.Terms;
import uk.homeward.server.person.Sentence;
import uk.homeward.server.person.Sentence.Tone;
import uk.homeward.server.person.Sentences;

/** What happened in a search, in words. */
@Component
class SearchSentences {

    private final Openings openings;
    private final Terms terms;

    SearchSentences(Openings openings, Terms terms) {
        this.openings = openings;
        this.terms = terms;
    }

    /** Newest first. */
    List<Sentence> of(Search search) {
        return search.told().stream()
                .map(r -> sentence(search, r))
                .sorted(Comparator.comparing(Sentence::sequence).reversed())
                .toList();
    }

    private Sentence sentence(Search search, Recorded<SearchEvent> r) {
        return switch (r.event()) {
            case SearchEvent.SearchOpened e -> say(r, Tone.STEP, "The search began", "");
            case SearchEvent.NeedDescribedForPlace e ->
                say(
                        r,
                        Tone.DECISION,
                        "Need described: " + CareService.title(e.wanted().setting()) + " is recommended; " + e.fitting()
                                + " services fitted",
                        needs(e.wanted()));
            case SearchEvent.OptionsShown e ->
                say(r, Tone.PLAIN, e.options().size() + " choices shown, by " + e.how(), titles(e));
            case SearchEvent.PlaceChosen e ->
                say(
                        r,
                        Tone.DECISION,
                        "Chosen: " + openings.title(e.provider()) + ". "
                                + e.chooser().words()
                                + (e.setting() == e.recommended()
                                        ? ""
                                        : "; recommended was "
                                                + CareService.title(e.recommended())
                                                        .toLowerCase(java.util.Locale.UK)),
                        join(e.words(), e.whyOther(), e.topUp().isBlank() ? "" : "Top-up: " + e.topUp()));
            case SearchEvent.PlaceOffered e ->
                say(r, Tone.STEP, openings.title(e.provider()) + " was asked, at its fixed price", e.about());
            case SearchEvent.QuestionAsked e ->
                say(r, Tone.PLAIN, provider(search, e.offer()) + " asked", e.question());
            case SearchEvent.QuestionAnswered e ->
                say(r, Tone.PLAIN, "Answered; the provider's time began again", e.answer());
            case SearchEvent.OfferAccepted e ->
                say(
                        r,
                        Tone.DECISION,
                        provider(search, e.offer()) + " accepts, from " + e.from(),
                        join("By: " + e.assessment().words(), e.note()));
            case SearchEvent.OfferDeclined e ->
                say(
                        r,
                        Tone.WARNING,
                        provider(search, e.offer()) + " declines: " + e.reason().words(),
                        e.words());
            case SearchEvent.OfferTakenBack e ->
                say(
                        r,
                        Tone.PLAIN,
                        e.ranOut()
                                ? "Nobody answered in time; the place was held no longer"
                                : "The offer was taken back",
                        e.reason());
            case SearchEvent.SearchEscalated e ->
                say(r, Tone.WARNING, e.refusals() + " refusals: now with " + e.to(), "");
            case SearchEvent.EscalationTaken e -> say(r, Tone.STEP, r.by().name() + " has taken it on", e.plan());
            case SearchEvent.PersonPlaced e ->
                say(r, Tone.DECISION, "Placed with " + openings.title(e.provider()) + " from " + e.from(), "");
            case SearchEvent.SearchWithdrawn e -> say(r, Tone.DECISION, "The search was withdrawn", e.reason());
            case SearchEvent.SearchReopened e -> say(r, Tone.STEP, "The search was reopened", e.reason());
            case SearchEvent.ProposalAnswered e ->
                say(
                        r,
                        Tone.PLAIN,
                        (e.taken()
                                        ? "The morning's proposal was taken: "
                                        : "Something else than the morning's proposal: ")
                                + openings.title(e.provider()),
                        e.reason());
            case SearchEvent.SearchRefused e -> say(r, Tone.WARNING, "Not done: " + e.why(), "");
        };
    }

    private String provider(Search search, String offer) {
        return search.findOffer(offer).map(o -> openings.title(o.provider())).orElse("The provider");
    }

    private String titles(SearchEvent.OptionsShown shown) {
        return shown.options().stream()
                .map(option -> openings.title(option.provider()))
                .collect(Collectors.joining(", "));
    }

    /** Essential and desirable, in words. */
    String needs(SearchEvent.Wanted wanted) {
        String essential = wanted.essential().isEmpty() ? "" : "Essential: " + words(wanted.essential());
        String desirable = wanted.desirable().isEmpty() ? "" : "Wished for: " + words(wanted.desirable());
        return join(essential, desirable);
    }

    String words(List<String> features) {
        return features.stream().map(terms::words).collect(Collectors.joining(", "));
    }

    private static String join(String... parts) {
        return java.util.Arrays.stream(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(". "));
    }

    private static Sentence say(Recorded<SearchEvent> r, Tone tone, String what, String detail) {
        Instant at = r.occurredAt();
        return new Sentence(r.sequence(), at, r.recordedAt(), Sentences.by(r.by()), what, detail, tone);
    }
}
