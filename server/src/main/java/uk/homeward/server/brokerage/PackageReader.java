package uk.homeward.server.brokerage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.PackageEvent.BudgetAnswer;
import uk.homeward.journey.event.PackageEvent.ElementKind;
import uk.homeward.journey.event.PackageEvent.EndReason;
import uk.homeward.journey.event.PackageEvent.PauseReason;
import uk.homeward.journey.event.PackageEvent.Per;
import uk.homeward.journey.event.PackageEvent.Share;
import uk.homeward.journey.event.PackageEvent.Told;
import uk.homeward.journey.packages.PackageCommand;
import uk.homeward.server.web.Form;

/** Reads commands on packages from what was filled in. */
final class PackageReader {

    static final List<String> WORDS = List.of(
            "add",
            "approve",
            "not-approve",
            "change",
            "pause",
            "resume",
            "end",
            "review",
            "offer-budget",
            "ask-continuing-care",
            "decide-continuing-care",
            "explain",
            "acknowledge",
            "ask-review",
            "decide-review");

    private PackageReader() {}

    /** The command; empty where there is no such word. */
    static Optional<PackageCommand> read(String word, Form form, LocalDate today) {
        return Optional.ofNullable(command(word, form, today));
    }

    private static @Nullable PackageCommand command(String word, Form form, LocalDate today) {
        String element = form.fields().text("element");
        return switch (word) {
            case "add" ->
                new PackageCommand.Add(
                        form.one(ElementKind.class, "kind", "Choose what is given"),
                        form.may("provider"),
                        form.need("what", "Write what is given, in a few words"),
                        form.number("hours"),
                        form.number("price"),
                        form.one(Per.class, "per", "Say what the price buys"),
                        shares(form),
                        day(form, "from", today));
            case "approve" -> new PackageCommand.Approve(element);
            case "not-approve" -> new PackageCommand.NotApprove(element, form.may("reason"));
            case "change" ->
                new PackageCommand.Change(
                        element,
                        form.number("hours"),
                        form.number("price"),
                        shares(form),
                        day(form, "from", today),
                        form.may("reason"));
            case "pause" ->
                new PackageCommand.Pause(
                        element,
                        day(form, "from", today),
                        form.one(PauseReason.class, "reason", "Choose why it pauses"),
                        form.fields().text("return").equals("yes"),
                        form.may("words"));
            case "resume" -> new PackageCommand.Resume(element, day(form, "on", today));
            case "end" ->
                new PackageCommand.End(
                        element,
                        day(form, "on", today),
                        form.one(EndReason.class, "reason", "Choose why it ends"),
                        form.may("words"),
                        form.may("exception"));
            case "review" -> new PackageCommand.Review(form.may("finding"), day(form, "next", today));
            case "offer-budget" ->
                new PackageCommand.OfferBudget(
                        form.number("weekly"),
                        form.one(BudgetAnswer.class, "answer", "Choose what they said"),
                        form.may("words"));
            default -> continuingCare(word, form);
        };
    }

    private static @Nullable PackageCommand continuingCare(String word, Form form) {
        return switch (word) {
            case "ask-continuing-care" ->
                new PackageCommand.AskContinuingCare(
                        form.may("contact"),
                        form.may("phone"),
                        form.fields().text("fast-track").equals("yes"),
                        form.may("why"));
            case "decide-continuing-care" ->
                new PackageCommand.DecideContinuingCare(
                        form.oneOf("eligible", List.of("yes", "no"), "Say whether the NHS pays")
                                .equals("yes"),
                        form.may("reasons"),
                        form.may("by-panel"));
            case "explain" ->
                new PackageCommand.Explain(form.may("to"), form.may("how"), told(form), form.may("options"));
            case "acknowledge" -> new PackageCommand.Acknowledge(form.may("by"));
            case "ask-review" -> new PackageCommand.AskReview(form.may("words"));
            case "decide-review" ->
                new PackageCommand.DecideReview(form.fields().text("changed").equals("yes"), form.may("reasons"));
            default -> null;
        };
    }

    /** Percents of the funders; all of it is the council's where nothing was written. */
    private static List<Share> shares(Form form) {
        List<Share> shares = new ArrayList<>();
        for (Funder funder : Funder.values()) {
            int percent = form.whole(
                    "share-" + funder.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            if (percent != 0) {
                shares.add(new Share(funder, percent));
            }
        }
        return shares.isEmpty() ? List.of(new Share(Funder.COUNCIL, 100)) : shares;
    }

    private static Set<Told> told(Form form) {
        EnumSet<Told> told = EnumSet.noneOf(Told.class);
        Arrays.stream(Told.values())
                .filter(one -> form.fields().all("told").contains(one.name()))
                .forEach(told::add);
        return told;
    }

    private static LocalDate day(Form form, String field, LocalDate otherwise) {
        LocalDate day = form.day(field);
        return day == null ? otherwise : day;
    }
}
