package uk.homeward.server.trust;

import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.TrustEvent;
import uk.homeward.journey.event.TrustEvent.Finding;

/** What was told about trust, in plain words. */
public final class TrustWords {

    private TrustWords() {}

    public static String of(Event event) {
        return switch ((TrustEvent) event) {
            case TrustEvent.GlassBroken e -> "Opened the record with a reason: " + e.reason();
            case TrustEvent.GlassReviewed e -> of(e.finding()) + (e.note().isEmpty() ? "" : ": " + e.note());
            case TrustEvent.SharingAgreed e ->
                "Shares for: " + e.purpose() + (e.until() == null ? "" : ", until " + e.until());
            case TrustEvent.SharingEnded e -> "No longer shares: " + e.reason();
            case TrustEvent.SharingChosen e ->
                (switch (e.sharing()) {
                            case SHARED -> "Shared for their care";
                            case CARING_NOW -> "Only those who care for them now";
                        })
                        + ": " + e.words();
            case TrustEvent.NationalOptOutTold e ->
                (e.out() ? "National data opt-out" : "National data opt-out withdrawn") + ": " + e.words();
            case TrustEvent.ItemMarkedSensitive e -> "Something of the record was marked as sensitive";
            case TrustEvent.SensitiveMarkLifted e -> "Something of the record is no longer marked as sensitive";
            case TrustEvent.AccessWithdrawn e -> "Access withdrawn: " + e.reason();
            case TrustEvent.AccessGivenBack e -> "Access given back: " + e.reason();
            case TrustEvent.RecordsErased e -> "Erased by the rule " + e.rule() + ": " + e.people() + " people";
            case TrustEvent.TrustRefused e -> "Refused: " + e.why();
        };
    }

    public static String of(Finding finding) {
        return switch (finding) {
            case JUSTIFIED -> "Justified";
            case NOT_JUSTIFIED -> "Not justified";
            case ASKED -> "Asked about";
        };
    }
}
