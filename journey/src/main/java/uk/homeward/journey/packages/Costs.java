package uk.homeward.journey.packages;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.PackageEvent.ElementKind;
import uk.homeward.journey.event.PackageEvent.Share;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.place.ProviderKind;

/**
 * What a package costs on a day, and who pays it: a seventh of each week. What waits for approval costs nothing yet; a place
 * that is kept costs what the place's terms say; the day on which something ends is the first that costs nothing.
 */
public final class Costs {

    private Costs() {}

    /** Pounds on one day, for each funder that pays anything. */
    public static Map<Funder, Double> on(CarePackage carePackage, LocalDate day, Terms terms) {
        Map<Funder, Double> byFunder = new EnumMap<>(Funder.class);
        for (Element element : carePackage.elements()) {
            Element.Stretch stretch = stretch(element, day);
            if (stretch == null) {
                continue;
            }
            double pounds = stretch.weekly() / 7 * share(element, day, terms);
            for (Share share : stretch.shares()) {
                byFunder.merge(share.funder(), pounds * share.percent() / 100, Double::sum);
            }
        }
        byFunder.values().removeIf(pounds -> pounds == 0);
        return byFunder;
    }

    /** Pounds over some days, the last one left out, for each funder. */
    public static Map<Funder, Double> between(CarePackage carePackage, LocalDate from, LocalDate until, Terms terms) {
        Map<Funder, Double> all = new EnumMap<>(Funder.class);
        for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
            on(carePackage, day, terms).forEach((funder, pounds) -> all.merge(funder, pounds, Double::sum));
        }
        return all;
    }

    private static Element.@Nullable Stretch stretch(Element element, LocalDate day) {
        boolean over = element.state() instanceof Element.Ended ended && !day.isBefore(ended.on());
        if (over || element.state() instanceof Element.NotApproved) {
            return null;
        }
        int approved = element.state() instanceof Element.Waits
                ? element.stretches().size() - 1
                : element.stretches().size();
        return element.stretches().stream()
                .limit(approved)
                .filter(stretch -> !day.isBefore(stretch.from()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** 1 on a usual day; while it is paused, what is paid for keeping it. */
    private static double share(Element element, LocalDate day, Terms terms) {
        boolean paused = element.pauses().stream()
                .anyMatch(
                        pause -> !day.isBefore(pause.from()) && (pause.until() == null || day.isBefore(pause.until())));
        return paused ? kept(element.kind(), terms) : 1;
    }

    private static double kept(ElementKind kind, Terms terms) {
        return switch (kind) {
            case RESIDENTIAL -> terms.keptPlace().getOrDefault(ProviderKind.RESIDENTIAL_HOME, 1.0);
            case NURSING -> terms.keptPlace().getOrDefault(ProviderKind.NURSING_HOME, 1.0);
            case HOME_CARE, DAY_CARE, RESPITE, PERSONAL_ASSISTANT, OTHER ->
                terms.keptPlace().getOrDefault(ProviderKind.HOME_CARE, 0.0);
            case EQUIPMENT -> 1;
        };
    }
}
