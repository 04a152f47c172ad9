package uk.homeward.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/**
 * Opens every page of every role's menu, and what lies one link below, in a real browser: no error, one heading, no
 * accessibility violation that axe-core can find, nothing wider than a 320 px screen, reachable by keyboard, and there
 * without JavaScript too.
 */
class EveryPageTest extends ServerTest {

    private static final int NARROW = 320;
    /** What the browser has opened and found whole: kinds of page, and kinds of element within their parent. */
    private static final Set<String> SEEN = new HashSet<>();

    private static final String MANY =
            "baselines|benchmarks|capacity|capacity/units|cycles|measures|programmes|risks|services|wards";
    private static String axe = "";

    @BeforeAll
    static void prepare() throws IOException {
        assumeTrue(Browser.find().isPresent(), "left out: no Chromium was found. Maybe: install chromium");
        Path script = root().resolve("server/src/main/frontend/node_modules/axe-core/axe.min.js");
        assumeTrue(Files.exists(script), "left out: axe-core is not installed. Maybe: build the server module first");
        axe = Files.readString(script);
        for (int i = 0; i < 3; i++) {
            somebodyOnTheWay(i);
        }
    }

    /** A few people at different points of the pathway, so that no page is only its empty state. */
    private static void somebodyOnTheWay(int how) {
        Desk desk = bean(Desk.class);
        PlaceTime time = bean(PlaceTime.class);
        String person = newId("page-person");
        desk.tellPerson(
                person,
                List.of(
                        new PersonEvent.PersonRegistered(someone("Page", "Turner" + how)),
                        new PersonEvent.MattersRecorded("My garden, and my cat"),
                        new PersonEvent.StoryAnswered("walks", "yes", "certain", null)),
                time.instant(),
                STAFF,
                null);
        String journey = newId("page-journey");
        desk.open(
                journey,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new Sender("gp", "Test Practice", "Dr Test", "0121 496 0000"),
                        "fell at home",
                        Map.of("urgency", "urgent", "locality", "central")),
                time.instant(),
                STAFF,
                null);
        if (how > 0) {
            desk.tell(journey, 0, new JourneyCommand.Accept(), time.instant(), STAFF, null);
        }
        if (how > 1) {
            desk.tell(
                    journey,
                    0,
                    new JourneyCommand.Decide(
                            OptionId.of("enable-at-home"), "", List.of("nurse", "therapist"), "home", null),
                    time.instant(),
                    STAFF,
                    null);
            desk.tell(journey, 0, new JourneyCommand.StartStep(List.of()), time.instant(), STAFF, null);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void opens_for_its_roles(Role role) {
        try (BrowserContext context = signedIn(role)) {
            Page page = context.pages().getFirst();
            List<String> problems = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 403")) {
                    problems.add(page.url() + " console: " + message.text());
                }
            });
            page.onRequest(request -> {
                if (!request.url().startsWith(uri("/").toString())
                        && !request.url().startsWith("data:")) {
                    problems.add(page.url() + " asks another host: " + request.url());
                }
            });
            Set<String> paths = paths(context);
            for (String path : paths) {
                if (isNew(context, path, problems)) {
                    check(page, path, problems);
                }
            }
            assertThat(problems).isEmpty();
            assertThat(paths).contains("/overview");
        }
    }

    /**
     * Opens a page without JavaScript: it is there and has its heading. Whether the browser should open it too: only where
     * it holds what no page before it held, for another role or another ward the same page is not drawn again.
     */
    private static boolean isNew(BrowserContext context, String path, List<String> problems) {
        APIResponse response = context.request().get(uri(path).toString());
        if (response.status() != 200 && !mayBeClosed(path, response.status())) {
            problems.add(path + " answers " + response.status());
            return false;
        }
        Document page = Jsoup.parse(response.text());
        if (page.select("h1").size() != 1) {
            problems.add(path + " has " + page.select("h1").size() + " main headings");
        }
        boolean unseen = SEEN.add(kind(path));
        for (Element element : page.select("body *:not(svg *)")) {
            unseen |= SEEN.add(told(element.parent()) + ">" + told(element));
        }
        return unseen;
    }

    private static String told(@Nullable Element element) {
        return element == null
                ? ""
                : element.tagName() + "." + element.className()
                        + element.attributes().asList().stream()
                                .map(Attribute::getKey)
                                .sorted()
                                .toList();
    }

    private static void check(Page page, String path, List<String> problems) {
        page.setViewportSize(1280, 900);
        page.navigate(uri(path).toString());
        boolean begins = (Boolean) page.evaluate("() => document.activeElement === document.body && !location.hash");
        page.evaluate(axe);
        Object violations = page.evaluate("""
            async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
              .violations.map((v) => v.id + ': ' + v.nodes.slice(0, 2).map((n) => n.html).join(' | '))
            """);
        ((List<?>) violations).forEach(violation -> problems.add(path + " axe " + violation));
        page.keyboard().press("Tab");
        Object focused = page.evaluate("() => document.activeElement.className");
        if (begins && !String.valueOf(focused).contains("skip-link")) {
            problems.add(path + " does not begin with the skip link (" + focused + ")");
        }
        page.setViewportSize(NARROW, 700);
        Object width = page.evaluate("() => document.documentElement.scrollWidth");
        if (((Number) width).intValue() > NARROW) {
            problems.add(path + " is " + width + " px wide on a " + NARROW + " px screen");
        }
    }

    /** Boards tell of people whose record is closed to this role; the page then says so, and how it may be opened. */
    private static boolean mayBeClosed(String path, int status) {
        return status == 403 && path.matches("/(journeys|front-door|people|stays|assessments)/.*");
    }

    /** The menu of this role and the first link of each kind below it. */
    private static Set<String> paths(BrowserContext context) {
        Set<String> menu = new LinkedHashSet<>();
        for (String section : links(context, "/overview", ".hw-menu a")) {
            menu.addAll(links(context, section, ".hw-menu a"));
        }
        Set<String> paths = new LinkedHashSet<>(List.of("/", "/gateway"));
        paths.addAll(menu);
        for (String path : menu) {
            Set<String> kinds = new HashSet<>();
            links(context, path, "main a[href]").stream()
                    .filter(link -> kinds.add(kind(link)))
                    .forEach(paths::add);
        }
        paths.removeIf(path -> path.matches(".*\\.(csv|json|svg|png|hl7|pdf)(\\?.*)?$")
                || path.contains("/live")
                || path.startsWith("/fhir")
                || path.startsWith("/api/")); // for scripts
        return paths;
    }

    /** The address of a page with a star for what names one ward, person, measure ... of many. */
    private static String kind(String path) {
        return path.replaceAll("[?#].*", "")
                .replaceAll("/[^/]*\\d[^/]*", "/*")
                .replaceAll("^/(" + MANY + ")/(?!changes|new)[^/]*", "/$1/*")
                .replaceAll("^/capacity/\\*/(?!new)[^/]*", "/capacity/*/*");
    }

    private static List<String> links(BrowserContext context, String path, String selector) {
        return Jsoup.parse(context.request().get(uri(path).toString()).text()).select(selector).stream()
                .map(link -> link.attr("href"))
                .filter(href -> href.startsWith("/"))
                .toList();
    }

    private static BrowserContext signedIn(Role role) {
        BrowserContext context = Browser.get().newContext();
        context.setDefaultTimeout(20_000);
        Page page = context.newPage();
        page.navigate(uri("/").toString());
        page.locator("button[name=role][value=" + role.word() + "]").click();
        assertThat(page.url()).endsWith("/overview");
        return context;
    }
}
