package uk.homeward.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

/** Continuing care: the case, its clocks, and nobody's funding taken away without a word. */
class ContinuingCareStoriesTest extends Searching {

    private static final Pattern PACKAGE = Pattern.compile("(/packages/package-[0-9a-f-]+)");

    private final LocalDate today = now.atZone(ZoneId.of("Europe/London")).toLocalDate();
    private final Visitor hub = visitor(Role.HUB);

    /** Opens their package on its page; returns its address. */
    private String open(String person) {
        hub.get("/packages/new?person=" + person);
        Matcher found = PACKAGE.matcher(hub.path());
        assertThat(found.find()).as(hub.path()).isTrue();
        return found.group(1);
    }

    @Test
    void continuing_care_funding_is_never_taken_away_without_an_explained_and_acknowledged_reason() {
        String page = open(person("Stanley"));
        hub.send(
                page + "/add",
                "kind",
                "NURSING",
                "what",
                "Nursing home",
                "price",
                "1300",
                "per",
                "WEEK",
                "share-nhs",
                "100",
                "from",
                today.minusDays(200).toString());
        assertThat(hub.send(page + "/ask-continuing-care", "contact", "Priya Nair"))
                .contains("Name the one person whom they can ring");
        hub.send(
                page + "/ask-continuing-care",
                "contact",
                "Priya Nair",
                "phone",
                "0121 496 0777",
                "why",
                "Routine review");
        assertThat(hub.get("/continuing-care")).contains("Stanley Finch", "Priya Nair, 0121 496 0777");
        assertThat(hub.send(page + "/decide-continuing-care", "eligible", "no", "by-panel", "The panel"))
                .contains("Write who decided and why");
        hub.send(
                page + "/decide-continuing-care",
                "eligible",
                "no",
                "by-panel",
                "The panel",
                "reasons",
                "His needs are mostly for personal care now");
        String[] end = {"element", "part-1", "reason", "FUNDING_ENDED"};
        assertThat(hub.send(page + "/end", end))
                .contains("This was not recorded", "decided against, not explained yet");
        String[] less = {"element", "part-1", "price", "1300", "share-council", "100", "reason", "Routine review"};
        assertThat(hub.send(page + "/change", less))
                .as("nor by the back door")
                .contains("NHS funding does not end before");

        assertThat(hub.send(page + "/explain", "to", "Stanley and his niece", "told", "REASONS", "told", "CONTACT"))
                .contains("The explanation lacks: what happens to their care now; how to ask for a review");
        hub.send(
                page + "/explain",
                "to",
                "Stanley and his niece",
                "how",
                "at home, with the letter",
                "told",
                "REASONS",
                "told",
                "CONTACT",
                "told",
                "OPTIONS",
                "told",
                "REVIEW_RIGHT",
                "options",
                "He stays; the council pays from the first");
        assertThat(hub.send(page + "/end", end)).contains("explained, not acknowledged yet");
        hub.send(page + "/acknowledge", "by", "Stanley's niece, Ruth");

        hub.send(page + "/ask-review", "words", "Nobody saw him at night");
        assertThat(hub.send(page + "/change", less))
                .as("nor while a review goes on")
                .contains("the person asked for a review");
        hub.send(page + "/decide-review", "changed", "no", "reasons", "Nights were looked at");
        assertThat(hub.send(page + "/change", less)).contains("Recorded.", "the council");
        assertThat(hub.get(page))
                .contains("Stanley's niece, Ruth acknowledged it", "He stays; the council pays from the first");
    }

    @Test
    void the_fast_track_stands_first_with_its_clock_and_the_one_person_to_ring() {
        String slow = open(person("Slowa"));
        hub.send(slow + "/ask-continuing-care", "contact", "Priya Nair", "phone", "0121 496 0777", "why", "Review");
        String page = open(person("Fastina"));
        hub.send(
                page + "/ask-continuing-care",
                "contact",
                "Omar Reid",
                "phone",
                "0121 496 0778",
                "fast-track",
                "yes",
                "why",
                "The last weeks of life");
        assertThat(hub.get(page)).contains("Fast track: the NHS was asked", "Omar Reid");
        assertThat(hub.get("/continuing-care"))
                .contains("by fast track within 48 hours", "Omar Reid, 0121 496 0778", "Priya Nair, 0121 496 0777")
                .containsSubsequence("Fastina Finch", "Fast track", "Slowa Finch");
    }
}
