package uk.homeward.server.exchange.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Looks;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.hl7.MessageReader;
import uk.homeward.server.exchange.hl7.Received;
import uk.homeward.server.exchange.hl7.SenderCounts;
import uk.homeward.server.exchange.hl7.Understanding;
import uk.homeward.server.exchange.hl7.adt.Sender;
import uk.homeward.server.exchange.hl7.adt.Subject;
import uk.homeward.server.time.PlaceTime;

/** What the page of hospital messages shows. */
@Component
class MessagesDesk {

    private final Hl7Listener listener;
    private final MessageStore store;
    private final MessageReader reader;
    private final PersonFinder finder;
    private final Looks looks;
    private final Place place;
    private final PlaceTime time;

    MessagesDesk(
            Hl7Listener listener,
            MessageStore store,
            MessageReader reader,
            PersonFinder finder,
            Looks looks,
            Place place,
            PlaceTime time) {
        this.listener = listener;
        this.store = store;
        this.reader = reader;
        this.finder = finder;
        this.looks = looks;
        this.place = place;
        this.time = time;
    }

    /** Every sender of late, the latest first; with its counts since the start. */
    List<SenderLine> senders() {
        Map<String, SenderCounts> counts = listener.senders().stream()
                .collect(Collectors.toMap(SenderCounts::sender, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Map<String, Instant> last = store.lastOfEachSender();
        counts.forEach((sender, count) -> last.putIfAbsent(sender, count.lastAt()));
        return last.entrySet().stream()
                .map(e -> SenderLine.of(
                        e.getKey(), name(e.getKey()), e.getValue(), counts.get(e.getKey()), time.instant()))
                .toList();
    }

    private String name(String key) {
        int bar = key.indexOf('|');
        return bar < 0 ? key : reader.nameOf(new Sender(key.substring(0, bar), key.substring(bar + 1)));
    }

    /** What would be read from this text; nothing is kept or applied. */
    ReadBack tried(String text) {
        byte[] content = text.strip().replace("\r\n", "\r").replace('\n', '\r').getBytes(StandardCharsets.UTF_8);
        return readBack(Received.whole(content, "tried on the page", time.instant()));
    }

    /** What is read from a kept message; that the user looked is kept for each person whom it names. */
    @Transactional
    public Optional<ReadBack> opened(long number, User user) {
        if (store.find(number).isEmpty()) {
            return Optional.empty();
        }
        Received received = store.received(number);
        subjects(reader.read(received)).stream()
                .map(subject -> finder.byLocalNumber(subject.identity().locals()))
                .flatMap(Optional::stream)
                .forEach(person -> looks.keep(user, person.id(), "hospital message " + number, ""));
        return Optional.of(readBack(received));
    }

    private static List<Subject> subjects(Understanding read) {
        return switch (read) {
            case Understanding.Understood adt -> adt.message().subjects();
            case Understanding.Referred referred ->
                List.of(referred.message().about().subject());
            case Understanding.Reported reported ->
                List.of(reported.message().about().subject());
            case Understanding.Refused refused -> List.of();
        };
    }

    private ReadBack readBack(Received received) {
        Understanding read = reader.read(received);
        return ReadBack.of(read, reader.nameOf(read.envelope().sender()), place.zone());
    }
}
