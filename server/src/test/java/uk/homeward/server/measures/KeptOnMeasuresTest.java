package uk.homeward.server.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.insight.measures.Measure;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;

/** What people keep about measures: notes, new limits, what they follow, board packs; and figures of other places. */
class KeptOnMeasuresTest extends ServerTest {

    private static final String PAGE = "/measures/accept-15min";
    private final PlaceTime time = bean(PlaceTime.class);
    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);

    @BeforeAll
    static void publish() {
        MeasuresPagesTest.publish();
    }

    private String day(int ago) {
        return LocalDate.ofInstant(time.instant(), bean(Place.class).zone())
                .minusDays(ago)
                .toString();
    }

    @Test
    void aNoteStandsOnTheChartUntilItIsTakenBackAndIsKeptThen() {
        Visitor analyst = visitor(Role.ANALYST);
        analyst.get(PAGE);
        String page = analyst.send(PAGE + "/notes", "kind", "ANNOTATION", "day", day(20), "words", "A new triage desk");
        assertThat(page).contains("A new triage desk", "Dotted lines with numbers: notes");
        Long id = jdbc.queryForObject("select max(id) from measure_note where words = 'A new triage desk'", Long.class);
        page = analyst.send(PAGE + "/notes/" + id + "/withdraw");
        assertThat(page).contains("Taken back", "taken back by");
    }

    @Test
    void newLimitsNeedADayThatIsOverAndAReason() {
        Visitor analyst = visitor(Role.ANALYST);
        analyst.get(PAGE);
        String page = analyst.send(PAGE + "/notes", "kind", "REBASE", "day", day(-3), "words", "");
        assertThat(page).contains("This day is in the future", "Say why limits are set anew.");
        page = analyst.send(PAGE + "/notes", "kind", "REBASE", "day", day(15), "words", "The desk moved");
        assertThat(page).contains("new limits from here on", "The desk moved");
        assertThat(bean(Notes.class).rebases().get("accept-15min"))
                .anySatisfy(r -> assertThat(r.reason()).isEqualTo("The desk moved"));
    }

    @Test
    void onlyThoseWhoKeepMeasuresWriteOnThem() {
        Visitor ward = visitor(Role.WARD);
        assertThat(ward.get(PAGE)).doesNotContain("Add a note");
        ward.send(PAGE + "/notes", "kind", "ANNOTATION", "day", day(1), "words", "x");
        assertThat(ward.status()).isEqualTo(403);
        ward.send("/board-packs/today");
        assertThat(ward.status()).isEqualTo(403);
    }

    @Test
    void theChartIsThereAsAPictureAndItsLimitsStandInTheTable() {
        var png = get(PAGE + ".png?grain=week", "analyst");
        assertThat(png.statusCode()).isEqualTo(200);
        assertThat(png.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(png.body().substring(1, 4)).isEqualTo("PNG");
        assertThat(get(PAGE + "?by=locality&group=central", "analyst").body()).contains("Central Birmingham");
    }

    @Test
    void whoFollowsAMeasureIsToldOnceOfEachWeekAndByMail() throws Exception {
        Visitor programme = visitor(Role.PROGRAMME);
        programme.get(PAGE);
        assertThat(programme.send(PAGE + "/follow", "rhythm", "WEEK", "email", "nobody"))
                .contains("This is not an e-mail address (nobody)");
        assertThat(programme.send(PAGE + "/follow", "rhythm", "WEEK", "email", "board@example.org"))
                .contains("You are told when the next week is over");
        jdbc.update("update measure_subscription set told_of = null where email = 'board@example.org'");
        try (MailServer server = new MailServer()) {
            Followers followers = followers(Post.by(server.address(), "homeward@example.org"));
            followers.tell();
            followers.tell();
            assertThat(server.mails).hasSize(1);
            assertThat(server.mails.getFirst())
                    .contains("RCPT TO:<board@example.org>", "Referrals accepted within 15 minutes");
        }
        assertThat(programme.get("/following")).contains("sent to board@example.org", "new");
        assertThat(programme.send("/following/read")).doesNotContain("Mark all as read");
        assertThat(programme.send(PAGE + "/leave")).contains("You follow no measure");
    }

    @Test
    void aMailServerThatIsAwayLosesNothing() throws Exception {
        Visitor commissioner = visitor(Role.COMMISSIONER);
        commissioner.get(PAGE);
        commissioner.send(PAGE + "/follow", "rhythm", "WEEK", "email", "late@example.org");
        jdbc.update("update measure_subscription set told_of = null where email = 'late@example.org'");
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        followers(Post.by(URI.create("smtp://localhost:" + closed), "homeward@example.org"))
                .tell();
        assertThat(commissioner.get("/following")).contains("not sent: the mail server did not take it");
        commissioner.send(PAGE + "/leave");
        jdbc.update("update notice set email = '' where email = 'late@example.org'");
    }

    private Followers followers(Post post) {
        return new Followers(
                bean(Shelf.class), bean(Notes.class), bean(Subscriptions.class), bean(Place.class), time, post);
    }

    @Test
    void aBoardPackIsMadeWithOneClickAndKeepsWhatIsWritten() {
        Visitor analyst = visitor(Role.ANALYST);
        analyst.get("/board-packs");
        String pack = analyst.send("/board-packs/today");
        assertThat(pack).contains("Contents", "<svg", "Source:");
        String address = analyst.path();
        String measure = pack.replaceAll("(?s).*?name=\"measure\" value=\"([^\"]+)\".*", "$1");
        analyst.send(address + "/comments", "measure", measure, "words", "The desk is open at night");
        pack = analyst.send(address + "/comments", "measure", measure, "words", "And at weekends");
        assertThat(pack).contains("And at weekends", "What was written before", "The desk is open at night");
        assertThat(visitor(Role.WARD).get(address)).contains("And at weekends").doesNotContain("Write about it");
    }

    @Test
    void aPackOfChoiceNeedsATitleAndMeasures() {
        Visitor analyst = visitor(Role.ANALYST);
        analyst.get("/board-packs");
        assertThat(analyst.send("/board-packs", "title", "", "words", ""))
                .contains("Give the pack a title.", "Choose at least one measure.");
        assertThat(analyst.send("/board-packs", "title", "Winter", "measure", "ae-4h", "grain", "week"))
                .contains("<h1>Winter</h1>", "No data");
        assertThat(get("/board-packs/nothing", "analyst").statusCode()).isEqualTo(404);
    }

    @Test
    void otherPlacesAreCompared() {
        assertThat(get("/benchmarks", "commissioner").body())
                .contains("University Hospitals Birmingham NHS Foundation Trust", "Place ");
        String page =
                get("/benchmarks/ga-occupancy?group=west-midlands", "analyst").body();
        assertThat(page)
                .contains("If University Hospitals Birmingham NHS Foundation Trust were as good as the best of these")
                .contains("Funnel plot", "The Dudley Group NHS Foundation Trust", "Open Government Licence");
        assertThat(get("/benchmarks/nothing", "analyst").statusCode()).isEqualTo(404);
    }

    @Test
    void inequalityIsShownByGroupsAndSmallOnesAreHidden() {
        String page = get("/inequality?measure=accept-15min", "commissioner").body();
        assertThat(page).contains("By deprivation", "By locality", "The window of need", "16.4");
    }

    @Test
    void aPlaceCountsFromADayOn() {
        CountingDay counting = bean(CountingDay.class);
        Measure measure = bean(Shelf.class).find("referrals").orElseThrow();
        long all = bean(Shelf.class)
                .result(measure, null, bean(Shelf.class).usualGrain())
                .orElseThrow()
                .rows()
                .size();
        assertThat(all).isPositive();
        counting.set(LocalDate.parse(day(-1)), "a test", "Test", time.instant().truncatedTo(ChronoUnit.SECONDS));
        try {
            MeasuresPagesTest.look();
            assertThat(bean(Shelf.class)
                            .result(measure, null, bean(Shelf.class).usualGrain())
                            .orElseThrow()
                            .rows())
                    .isEmpty();
        } finally {
            jdbc.update("delete from counting");
            MeasuresPagesTest.look();
        }
    }

    @Test
    void anAddressOfAMailServerIsChecked() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Post.by(URI.create("http://mail.example"), "a@example.org")))
                .hasMessageContaining("Maybe: smtp://");
        assertThat(new User("u", "n", Role.ANALYST, "bchc", List.of())
                        .may(uk.homeward.server.access.Permission.KEEP_MEASURES))
                .isTrue();
    }

    /** Takes one mail at a time and keeps what was said, the text decoded. */
    private static final class MailServer implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0);
        private final List<String> mails = Collections.synchronizedList(new ArrayList<>());

        MailServer() throws IOException {
            Thread.ofVirtual().start(this::serve);
        }

        URI address() {
            return URI.create("smtp://localhost:" + socket.getLocalPort());
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    take(client);
                } catch (IOException e) {
                    return; // the test is over
                }
            }
        }

        private void take(Socket client) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            StringBuilder said = new StringBuilder();
            StringBuilder body = new StringBuilder();
            boolean data = false;
            boolean text = false;
            answer(client, "220 ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!data) {
                    said.append(line).append('\n');
                    data = line.equals("DATA");
                    answer(
                            client,
                            data ? "354 go on" : line.startsWith("EHLO") ? "250-here\r\n250 8BITMIME" : "250 well");
                } else if (line.equals(".")) {
                    data = false;
                    said.append(new String(Base64.getMimeDecoder().decode(body.toString()), StandardCharsets.UTF_8));
                    mails.add(said.toString());
                    answer(client, "250 taken");
                } else if (text) {
                    body.append(line);
                } else {
                    text = line.isEmpty();
                }
            }
        }

        private static void answer(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
