package uk.homeward.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.DemoUsers;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.UnitDesk;
import uk.homeward.server.time.PlaceTime;

/** A provider with a phone in one hand: one tap says that one more is free, one that nothing changed. */
class PhoneUpdateTest extends ServerTest {

    private static final int WIDTH = 375;
    private static final int HEIGHT = 667;
    /** A finger needs so many pixels. */
    private static final double FINGER = 44;

    private static final Pattern FREE = Pattern.compile("(\\d+)\\s+free of 10");

    private final String own = bean(DemoUsers.class).of(Role.PROVIDER).organisation();

    @BeforeAll
    static void browserIsThere() {
        assumeTrue(Browser.find().isPresent(), "left out: there is no Chromium on this machine");
    }

    @Test
    void from_opening_the_page_to_saved_takes_one_tap_that_a_finger_hits_without_scrolling(TestReporter reporter) {
        tenPlacesOfWhichFourAreFree();
        try (BrowserContext context = Browser.get().newContext()) {
            Page page = context.newPage();
            page.setViewportSize(WIDTH, HEIGHT);
            page.navigate(uri("/").toString());
            page.locator("button[name=role][value=provider]").click();

            long opened = System.nanoTime();
            page.navigate(uri("/my-units").toString());
            Locator more = page.getByLabel("One more free in ").first();
            assertReachable(more);
            int free = free(page); // other tests may hold some of the four
            more.click();
            page.getByText((free + 1) + " free of 10").first().waitFor();
            reporter.publishEntry(
                    "opened to saved", String.format(Locale.UK, "%.1f s, one tap", (System.nanoTime() - opened) / 1e9));
            assertThat(page.url()).as("and one is where one was").endsWith("/my-units");
            assertThat(page.content()).contains("confirmed 0 min ago");

            Locator same = page.locator("main form[action='/my-units/confirm'] button");
            assertReachable(same);
            same.click();
            page.getByText("Confirmed: nothing changed in 1 unit.").first().waitFor();
        }
    }

    private static int free(Page page) {
        Matcher said = FREE.matcher(page.locator("main").innerText());
        assertThat(said.find()).isTrue();
        return Integer.parseInt(said.group(1));
    }

    private static void assertReachable(Locator button) {
        BoundingBox box = button.boundingBox();
        assertThat(Math.min(box.width, box.height)).as("a finger hits it").isGreaterThanOrEqualTo(FINGER);
        assertThat(box.y + box.height).as("without scrolling").isLessThanOrEqualTo(HEIGHT);
        assertThat(box.x + box.width).isLessThanOrEqualTo(WIDTH);
    }

    private void tenPlacesOfWhichFourAreFree() {
        PoolId pool = PoolId.of("nursing-beds");
        UnitDesk desk = bean(UnitDesk.class);
        PlaceTime time = bean(PlaceTime.class);
        desk.tell(
                List.of(
                        new PoolEvent.CapacityConfirmed(pool, own, 10, 0, ""),
                        new PoolEvent.TakenElsewhere(pool, own, 6)),
                time.instant(),
                STAFF,
                null);
    }
}
