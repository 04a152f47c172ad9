package uk.homeward.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.Stays;
import uk.homeward.server.time.PlaceTime;

/** The sheet of a board round as a printer gets it: everybody on the ward, room to write, and nothing of the screen. */
class RoundSheetTest extends ServerTest {

    private static final String WARD = "qehb-orthopaedic-ward-1";
    private static final int PEOPLE = 28;

    @BeforeAll
    static void full() {
        assumeTrue(Browser.find().isPresent(), "left out: no Chromium was found. Maybe: install chromium");
        Instant came = bean(PlaceTime.class).instant().minus(Duration.ofDays(3));
        for (int bed = 1; bed <= PEOPLE; bed++) {
            String person = newId("sheet");
            String name = "Bed" + bed;
            bean(Desk.class)
                    .tellPerson(
                            person,
                            List.of(new PersonEvent.PersonRegistered(someone(name, "Sheet"))),
                            came,
                            STAFF,
                            null);
            SpellEvent admitted = new SpellEvent.Admitted(person, "qehb", newId("V"), WARD + "/A/" + bed);
            String stay = bean(Stays.class)
                    .tell("uhb", person, List.of(admitted), came, STAFF)
                    .orElseThrow()
                    .id();
            bean(FlowDesk.class)
                    .tell(
                            stay,
                            0,
                            new FlowCommand.SetCriteria(
                                    "Walks ten metres with a frame and gets up from the chair alone"),
                            came.plusSeconds(3_600),
                            STAFF,
                            null);
        }
    }

    @Test
    void shows_everybody_with_room_to_write_and_leaves_the_screen_behind() {
        try (BrowserContext context = Browser.get().newContext()) {
            Page page = signedIn(context);
            page.navigate(uri("/wards/" + WARD + "/round").toString());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("table.hw-sheet tbody tr").count()).isEqualTo(PEOPLE);
            for (String screen : List.of(".hw-header", ".hw-menu", ".hw-footer", ".hw-noprint")) {
                assertThat(page.locator(screen).all()).allMatch(element -> !element.isVisible(), screen);
            }
            assertThat(page.locator("table.hw-sheet tbody tr td:nth-child(6)").allInnerTexts())
                    .as("today is written by hand")
                    .allMatch(String::isBlank);
            assertThat(page.locator("table.hw-sheet tbody th").allInnerTexts().stream()
                            .map(text -> text.replaceFirst("(?s)^A ([0-9]+).*", "$1")))
                    .as("bed after bed, as the round goes")
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, PEOPLE)
                            .mapToObj(String::valueOf)
                            .toList());
            assertThat((String)
                            page.evaluate("getComputedStyle(document.querySelector('.hw-sheet a'), '::after').content"))
                    .as("no addresses of links on paper")
                    .isEqualTo("none");
            assertThat(page.locator("h1").innerText()).contains("Round on");
            assertThat(page.locator("table.hw-sheet").innerText())
                    .contains("Bed1 Sheet", "Bed28 Sheet", "Walks ten metres");

            byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            String pdf = new String(printed, StandardCharsets.ISO_8859_1);
            assertThat(sheets(pdf)).as("sheets of paper for 28 beds").isBetween(1, 4);
            assertThat(width(pdf)).as("A4 across").isBetween(841L, 843L);
        }
    }

    @Test
    void a_letter_is_printed_upright() {
        try (BrowserContext context = Browser.get().newContext()) {
            Page page = signedIn(context);
            page.navigate(uri("/wards").toString());
            String pdf = new String(
                    page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true)),
                    StandardCharsets.ISO_8859_1);
            assertThat(width(pdf)).as("only the sheet lies across").isBetween(594L, 597L);
        }
    }

    private static Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(uri("/").toString());
        page.locator("button[value=" + Role.WARD.word() + "]").click();
        return page;
    }

    private static int sheets(String pdf) {
        Matcher pages = Pattern.compile("/Type\\s*/Page\\b(?!s)").matcher(pdf);
        int count = 0;
        while (pages.find()) {
            count++;
        }
        return count;
    }

    private static long width(String pdf) {
        Matcher box = Pattern.compile("/MediaBox\\s*\\[\\s*0 0 ([0-9.]+) ").matcher(pdf);
        assertThat(box.find()).isTrue();
        return Math.round(Double.parseDouble(box.group(1)));
    }
}
