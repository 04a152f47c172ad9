package uk.homeward.server.assessment;

import uk.homeward.server.journal.Entry;

/** What a page says after something was sent. */
public record Said(String done, String refused) {

    static final Said NOTHING = new Said("", "");

    static Said of(Entry entry, String done) {
        return switch (entry) {
            case Entry.Done happened -> new Said(done, "");
            case Entry.Refused(String code, String why) -> new Said("", why);
        };
    }
}
