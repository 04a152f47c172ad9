package uk.homeward.server.exchange.hl7;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.adt.Oddity;
import uk.homeward.server.exchange.hl7.adt.Sender;

/** What every part of reading one message needs: the sender's profile, the moment, and where to note oddities. */
final class Reading {

    private final SenderProfile profile;
    private final Sender sender;
    private final Instant received;
    private final List<Oddity> oddities;

    Reading(SenderProfile profile, Sender sender, Instant received, List<Oddity> soFar) {
        this.profile = profile;
        this.sender = sender;
        this.received = received;
        this.oddities = new ArrayList<>(soFar);
    }

    /** The same reading without what was noted. */
    Reading again() {
        return new Reading(profile, sender, received, List.of());
    }

    SenderProfile profile() {
        return profile;
    }

    Instant received() {
        return received;
    }

    List<Oddity> oddities() {
        return List.copyOf(oddities);
    }

    void note(String where, String what) {
        oddities.add(new Oddity(where, what));
    }

    /** Who issues a number for which the message names no issuer: the sender itself. */
    String ownAuthority() {
        if (!sender.facility().isBlank()) {
            return sender.facility();
        }
        return sender.application().isBlank() ? "unknown" : sender.application();
    }

    /** The moment in a field; null if it is blank, or no time (which is noted). */
    @Nullable
    Instant time(Segment segment, int field) {
        return time(segment.name() + "-" + field, segment.text(field));
    }

    /** The moment that {@code text} says; null if it is blank, or no time (which is noted). */
    @Nullable
    Instant time(String where, String text) {
        if (text.isBlank()) {
            return null;
        }
        Hl7Time time = Hl7Time.read(text).orElse(null);
        if (time == null) {
            note(where, "this is no time, it was passed over");
            return null;
        }
        return time.at(profile.zone(), received);
    }
}
