package uk.homeward.server.exchange.hospitals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uk.homeward.journey.place.HospitalWard;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.exchange.hl7.SenderProfiles;
import uk.homeward.server.exchange.hl7.SenderProfiles.Origin;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.AdtWriter;
import uk.homeward.server.exchange.hl7.adt.Trigger;
import uk.homeward.server.exchange.inbox.Hl7Listener;
import uk.homeward.server.exchange.mllp.MllpClient;

/**
 * In the demo, tells the house what its hospitals would tell, as they would: HL7 messages over the network. Every two
 * seconds it compares who is in a hospital with what was told, and sends what is missing; so it needs no memory and goes on
 * after a restart.
 */
@Component
class DemoHospitals implements SmartLifecycle {

    private static final System.Logger LOG = System.getLogger(DemoHospitals.class.getName());
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ServerSettings settings;
    private final Hl7Listener listener;
    private final SenderProfiles profiles;
    private final Census census;
    private final Place place;
    private final AdtWriter writer;
    private final AtomicLong sent = new AtomicLong(System.currentTimeMillis());
    private final Set<String> refused = new HashSet<>();
    private @Nullable MllpClient client;
    private volatile @Nullable Thread thread;

    DemoHospitals(ServerSettings settings, Hl7Listener listener, SenderProfiles profiles, Census census, Place place) {
        this.settings = settings;
        this.listener = listener;
        this.profiles = profiles;
        this.census = census;
        this.place = place;
        this.writer = new AdtWriter(place.zone(), true);
    }

    @Override
    public void start() {
        if (settings.isDemo() && settings.people() != ServerSettings.NOBODY && settings.mllpPort() >= 0) {
            Thread telling = Thread.ofVirtual().name("demo-hospitals").unstarted(this::tellUntilStopped);
            thread = telling;
            telling.start();
        }
    }

    private void tellUntilStopped() {
        while (thread != null) { // never interrupted: that would break the database connection in use
            try {
                Thread.sleep(ROUND);
                if (thread != null) {
                    tell();
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "The demo's hospitals try again in a moment", e);
                hangUp();
            }
        }
    }

    /** Sends what is missing; returns how many messages that were. */
    synchronized int tell() throws IOException {
        Map<String, Whereabouts> here = census.here();
        Map<String, Census.Told> told = census.told();
        Map<String, Trigger> news = news(here, told);
        news.keySet().removeAll(refused);
        Map<String, Patient> patients = census.patients(here.values().stream()
                .filter(at -> news.containsKey(at.visit()))
                .map(Whereabouts::person)
                .toList());
        for (Map.Entry<String, Trigger> entry : news.entrySet()) {
            Whereabouts at = here.get(entry.getKey());
            if (at != null && census.over(Set.of(at.visit())).isEmpty()) { // not gone since this round began
                send(entry.getValue(), at, patients.get(at.person()));
            }
        }
        return news.size() + goodbyes(here, told);
    }

    /** What is to be told of those who are here. */
    private static Map<String, Trigger> news(Map<String, Whereabouts> here, Map<String, Census.Told> told) {
        Map<String, Trigger> news = new HashMap<>();
        here.forEach((visit, at) -> {
            Census.Told before = told.get(visit);
            if (before == null || (at.inBed() && !before.inBed())) {
                news.put(visit, at.inBed() ? Trigger.A01 : Trigger.A04);
            } else if (at.inBed() && !before.ward().equals(at.ward().value())) {
                news.put(visit, Trigger.A02);
            }
        });
        return news;
    }

    /** Tells of those who are here no longer; returns how many. */
    private int goodbyes(Map<String, Whereabouts> here, Map<String, Census.Told> told) throws IOException {
        Map<String, Census.Told> missing = new HashMap<>(told);
        missing.keySet().removeAll(here.keySet());
        missing.keySet().removeAll(refused);
        if (missing.isEmpty()) {
            return 0;
        }
        Map<String, Instant> over = census.over(missing.keySet());
        missing.keySet().retainAll(over.keySet());
        Map<String, Patient> patients = census.patients(
                missing.values().stream().map(Census.Told::person).toList());
        for (Census.Told gone : missing.values()) {
            Instant since = over.getOrDefault(gone.visit(), Instant.EPOCH);
            send(Trigger.A03, since, patients.get(gone.person()), gone.visit(), "", gone.site());
        }
        return missing.size();
    }

    private void send(Trigger trigger, Whereabouts at, @Nullable Patient patient) throws IOException {
        HospitalWard ward = place.hospitalWards().get(at.ward());
        send(trigger, at.since(), patient, at.visit(), ward.code(), ward.site().value());
    }

    private void send(Trigger trigger, Instant at, @Nullable Patient patient, String visit, String ward, String site)
            throws IOException {
        Optional<Origin> origin = profiles.findOrigin(site);
        if (patient == null || !patient.isNamedSafely() || origin.isEmpty()) {
            refused.add(visit); // a hospital that sends no messages, or somebody it could not name safely
            return;
        }
        String controlId = "D" + sent.incrementAndGet();
        AdtMessage message = Drafting.message(trigger, at, patient, visit, ward, origin.get(), controlId);
        byte[] answer = connected().exchange(writer.write(message).getBytes(StandardCharsets.UTF_8));
        if (!new String(answer, StandardCharsets.UTF_8).contains("\rMSA|AA|")) {
            refused.add(visit);
        }
    }

    private MllpClient connected() throws IOException {
        MllpClient connected = client;
        if (connected == null) {
            connected = MllpClient.connect("127.0.0.1", listener.port(), PATIENCE);
            client = connected;
        }
        return connected;
    }

    private void hangUp() {
        try {
            MllpClient connected = client;
            client = null;
            if (connected != null) {
                connected.close();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Closing the demo's connection", e);
        }
    }

    @Override
    public void stop() {
        thread = null;
        hangUp();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
