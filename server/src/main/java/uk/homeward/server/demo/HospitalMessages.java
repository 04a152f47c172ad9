package uk.homeward.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Site;
import uk.homeward.server.exchange.hl7.adt.AdtDraft;
import uk.homeward.server.exchange.hl7.adt.AdtWriter;
import uk.homeward.server.exchange.hl7.adt.Demographics;
import uk.homeward.server.exchange.hl7.adt.Identity;
import uk.homeward.server.exchange.hl7.adt.Location;
import uk.homeward.server.exchange.hl7.adt.NhsNumberStatus;
import uk.homeward.server.exchange.hl7.adt.PatientClass;
import uk.homeward.server.exchange.hl7.adt.PersonName;
import uk.homeward.server.exchange.hl7.adt.Sender;
import uk.homeward.server.exchange.hl7.adt.Told;
import uk.homeward.server.exchange.hl7.adt.Trigger;
import uk.homeward.server.exchange.hl7.adt.Visit;
import uk.homeward.server.exchange.mllp.MllpClient;
import uk.homeward.server.journal.PlaceKey;

/** Speaks for the place's hospitals: real HL7 messages to the place's own listener, as a hospital's system sends them. */
final class HospitalMessages implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HospitalMessages.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Place place;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final IntSupplier port;
    private final AdtWriter writer;
    private @Nullable MllpClient client;

    /** {@code port} is where the listener listens; below 0 nothing does. */
    HospitalMessages(Place place, JdbcTemplate jdbc, PlaceKey key, ZoneId zone, IntSupplier port) {
        this.place = place;
        this.jdbc = jdbc;
        this.key = key;
        this.port = port;
        this.writer = new AdtWriter(zone, true);
    }

    boolean canSpeak() {
        return port.getAsInt() > 0;
    }

    private record Who(String nhsNumber, String given, String family, LocalDate born) {}

    /** Sends one message; true if the listener kept and did it. */
    boolean tell(String person, StayNews news) {
        Optional<Who> who = who(person);
        if (who.isEmpty() || !canSpeak()) {
            return false;
        }
        byte[] message = message(who.get(), news).getBytes(StandardCharsets.UTF_8);
        try {
            return isAccepted(exchange(message));
        } catch (IOException first) {
            close();
            try {
                return isAccepted(exchange(message));
            } catch (IOException second) {
                LOG.warn("the demo's hospital could not send: {}", second.getMessage());
                close();
                return false;
            }
        }
    }

    private byte[] exchange(byte[] message) throws IOException {
        MllpClient open = client;
        if (open == null) {
            open = MllpClient.connect("127.0.0.1", port.getAsInt(), PATIENCE);
            client = open;
        }
        return open.exchange(message);
    }

    private static boolean isAccepted(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8).contains("MSA|AA|");
    }

    private Optional<Who> who(String person) {
        return jdbc
                .query(
                        "select nhs_number, given, family, born from person where place = ? and id = ?"
                                + " and nhs_number is not null and born is not null",
                        (row, n) -> new Who(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, LocalDate.class)),
                        key.value(),
                        person)
                .stream()
                .findFirst();
    }

    private String message(Who who, StayNews news) {
        Site site = place.sites().get(news.ward().site());
        String ods = place.organisations().get(site.organisation()).ods();
        Demographics told = new Demographics(
                Told.said(new PersonName(who.family(), who.given(), "", "")),
                Told.said(who.born()),
                Told.unsaid(),
                Told.unsaid(),
                Told.unsaid(),
                Told.unsaid(),
                Told.unsaid(),
                Told.unsaid());
        return writer.write(new AdtDraft(trigger(news), news.at())
                .controlId(news.visit() + "-" + news.sequence()
                        + news.what().name().charAt(0))
                .from(new Sender("PAS", ods == null ? site.organisation().value() : ods))
                .about(new Identity(who.nhsNumber(), NhsNumberStatus.VERIFIED, List.of()), told, visit(news, site))
                .message());
    }

    private static Trigger trigger(StayNews news) {
        return switch (news.what()) {
            case ARRIVED -> Trigger.A04;
            case ADMITTED -> Trigger.A01;
            case LEFT -> Trigger.A03;
        };
    }

    private static Visit visit(StayNews news, Site site) {
        boolean arrived = news.what() == StayNews.What.ARRIVED;
        boolean left = news.what() == StayNews.What.LEFT;
        return new Visit(
                news.visit(),
                arrived ? PatientClass.EMERGENCY : PatientClass.INPATIENT,
                "E",
                new Location(news.ward().code(), "", "", site.id().value(), "", ""),
                null,
                left ? null : news.at(),
                left ? news.at() : null,
                null,
                null,
                "",
                arrived ? news.note() : "",
                left ? news.note() : "");
    }

    @Override
    public void close() {
        MllpClient open = client;
        client = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.debug("the connection was closed by the other side", e);
            }
        }
    }
}
