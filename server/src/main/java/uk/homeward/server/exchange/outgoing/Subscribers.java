package uk.homeward.server.exchange.outgoing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import uk.homeward.journey.source.Faults;
import uk.homeward.server.ServerSettings;

/** Who is told: those of the place's {@code subscribers.yaml}. Nobody can be added from outside of the server. */
@Component("outgoingSubscribers")
public class Subscribers {

    private final List<Subscriber> all = new CopyOnWriteArrayList<>();

    Subscribers(ServerSettings settings) {
        Path file = settings.place().resolve("subscribers.yaml");
        if (Files.exists(file)) {
            Faults faults = new Faults();
            all.addAll(SubscribersFile.read(file, faults));
            faults.throwIfAny();
        }
    }

    /** Adds one, or puts it into the place of the one with its id. */
    void put(Subscriber subscriber) {
        remove(subscriber.id());
        all.add(subscriber);
    }

    void remove(String id) {
        all.removeIf(s -> s.id().equals(id));
    }

    List<Subscriber> list() {
        return List.copyOf(all);
    }

    Optional<Subscriber> find(String id) {
        return all.stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
