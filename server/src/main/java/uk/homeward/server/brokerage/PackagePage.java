package uk.homeward.server.brokerage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.packages.CarePackage;
import uk.homeward.journey.packages.Costs;
import uk.homeward.journey.packages.Element;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.Sentence;

/**
 * What the page of a package shows.
 *
 * @param services the providers that a new element may name
 * @param limit pounds a week that this user may agree
 * @param key makes the page's forms count once
 */
public record PackagePage(
        CarePackage carePackage,
        PersonCard person,
        List<CareService> services,
        Terms terms,
        List<Sentence> timeline,
        LocalDate today,
        Instant now,
        double limit,
        String key) {

    public String address(String word) {
        return "/packages/" + carePackage.id() + "/" + word;
    }

    public String title(String provider) {
        return services.stream()
                .filter(service -> service.id().equals(provider))
                .map(CareService::title)
                .findFirst()
                .orElse(provider);
    }

    /** Pounds today, for each funder. */
    public Map<Funder, Double> today(CarePackage of) {
        return Costs.on(of, today, terms);
    }

    /** Pounds over the last four weeks, for each funder. */
    public Map<Funder, Double> fourWeeks(CarePackage of) {
        return Costs.between(of, today.minusDays(27), today.plusDays(1), terms);
    }

    /** What somebody may agree, in words. */
    public static String limit(double pounds) {
        return Double.isInfinite(pounds) ? "any amount" : "up to " + pounds(pounds) + " a week";
    }

    /** A role's name in a sentence. */
    public static String role(String word) {
        return word.replace('-', ' ');
    }

    public static String pounds(double pounds) {
        return PackageSentences.pounds(pounds);
    }

    public static String shares(Element element) {
        return PackageSentences.shares(element.now().shares());
    }

    /** How an element stands, in a few words. */
    public static String stands(Element element) {
        return switch (element.state()) {
            case Element.Waits waits -> "waits for approval: " + role(element.waitsFor());
            case Element.Given given -> "given";
            case Element.Paused(Element.Pause pause) ->
                "paused since " + pause.from() + ": " + pause.reason().words()
                        + (pause.wantsToReturn() ? ". Kept for them: they want to go back" : "");
            case Element.Ended ended ->
                "ended " + ended.on() + ": " + ended.reason().words();
            case Element.NotApproved not -> "not agreed: " + not.reason();
        };
    }
}
