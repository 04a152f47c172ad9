package uk.homeward.journey.flow;

import static uk.homeward.journey.flow.FlowRule.ALLOWED;
import static uk.homeward.journey.flow.FlowRule.refuse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.homeward.journey.Id;
import uk.homeward.journey.event.FlowEvent.DestinationKind;
import uk.homeward.journey.event.FlowEvent.SummaryPart;
import uk.homeward.journey.flow.FlowAnswer.Refused;
import uk.homeward.journey.place.CauseId;

/** The rules about being ready and leaving. */
final class LeavingRules {

    private LeavingRules() {}

    static Optional<Refused> readyBeforeHeldUp(Flow f, FlowCommand c, FlowSituation s) {
        boolean ready = f.readyPeriods().stream().anyMatch(period -> period.covers(s.at()));
        return c instanceof FlowCommand.NameHoldUp && !ready
                ? refuse(
                        "not-ready",
                        "They still met the criteria to reside then. Only somebody who is ready is held up.")
                : ALLOWED;
    }

    static Optional<Refused> causeHoldsInHospital(Flow f, FlowCommand c, FlowSituation s) {
        if (!(c instanceof FlowCommand.NameHoldUp name)) {
            return ALLOWED;
        }
        boolean known = Id.WORDS.matcher(name.cause()).matches()
                && f.place()
                        .causes()
                        .find(new CauseId(name.cause()))
                        .filter(cause -> cause.nationalReason() != null)
                        .isPresent();
        return known
                ? ALLOWED
                : refuse(
                        "cause-unknown",
                        "Nobody waits in hospital for this (" + name.cause() + "). Choose a cause from the list.");
    }

    static Optional<Refused> summaryIsWhole(Flow f, FlowCommand c, FlowSituation s) {
        if (!(c instanceof FlowCommand.SendSummary send)) {
            return ALLOWED;
        }
        if (send.receiver().isBlank()) {
            return refuse("receiver-missing", "Say who receives the summary: the practice, the home, the team.");
        }
        List<SummaryPart> missing = Summary.missing(send.filled());
        return missing.isEmpty()
                ? ALLOWED
                : refuse(
                        "summary-incomplete",
                        "The summary lacks: "
                                + missing.stream().map(SummaryPart::words).collect(Collectors.joining("; "))
                                + ". Fill these before it is sent.");
    }

    static Optional<Refused> summaryWasSent(Flow f, FlowCommand c, FlowSituation s) {
        if (!(c instanceof FlowCommand.AcknowledgeSummary read)) {
            return ALLOWED;
        }
        Optional<Summary> sent = f.summaryTo(read.receiver());
        if (sent.isEmpty()) {
            return refuse("summary-not-sent", "There is no summary yet that could be acknowledged.");
        }
        if (sent.get().outdated()) {
            return refuse(
                    "summary-outdated",
                    "A decision changed after this summary was sent. Send it again; the new one is acknowledged.");
        }
        return read.sent() > 0 && read.sent() != sent.get().sequence()
                ? refuse("summary-replaced", "A newer summary was sent since. Read and acknowledge that one.")
                : ALLOWED;
    }

    static Optional<Refused> outsideSomebodyAccepts(Flow f, FlowCommand c, FlowSituation s) {
        boolean open = c instanceof FlowCommand.NameDestination to
                && FlowRules.isOutside(to.kind())
                && (to.name().isBlank()
                        || to.acceptedBy().isBlank()
                        || (to.kind() == DestinationKind.OUT_OF_AREA
                                && to.phone().isBlank()));
        return open
                ? refuse(
                        "nobody-accepted",
                        "They leave this place's network. Name where they go and who there has taken them on; for"
                                + " another area also how to ring them.")
                : ALLOWED;
    }

    static Optional<Refused> onlyWhoLeftTheNetworkIsHandedOver(Flow f, FlowCommand c, FlowSituation s) {
        boolean outside = f.isOver()
                && f.destination()
                        .filter(to -> to.kind() == DestinationKind.OUT_OF_AREA)
                        .isPresent();
        return c instanceof FlowCommand.HandOver && !outside
                ? refuse("not-outside", "They did not leave for another area, so nothing here is handed over.")
                : ALLOWED;
    }

    static Optional<Refused> departureIsAhead(Flow f, FlowCommand c, FlowSituation s) {
        return c instanceof FlowCommand.AgreeDeparture agree && agree.at().isBefore(s.at())
                ? refuse("departure-is-past", "That time is past. Agree a time ahead.")
                : ALLOWED;
    }

    static Optional<Refused> nobodyAloneLateUnseen(Flow f, FlowCommand c, FlowSituation s) {
        boolean home =
                f.destination().map(to -> to.kind() == DestinationKind.HOME).orElse(true);
        boolean unseen = c instanceof FlowCommand.AgreeDeparture agree
                && f.isLate(agree.at())
                && s.livesAlone()
                && home
                && f.arrivalCheck().isEmpty();
        return unseen
                ? refuse(
                        "no-arrival-check",
                        "They live alone and would come home between 20:00 and 08:00. Name who checks that they arrived"
                                + " well, or agree an earlier time.")
                : ALLOWED;
    }

    static Optional<Refused> checkWasNamed(Flow f, FlowCommand c, FlowSituation s) {
        if (c instanceof FlowCommand.NameArrivalCheck name && name.who().isBlank()) {
            return refuse("name-missing", "Name the person who looks in on them.");
        }
        return c instanceof FlowCommand.CheckArrival && !f.isOver()
                ? refuse("not-left", "They have not left yet.")
                : ALLOWED;
    }
}
