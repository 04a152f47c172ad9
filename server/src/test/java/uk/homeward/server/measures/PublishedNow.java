package uk.homeward.server.measures;

import java.util.Objects;
import org.springframework.context.ApplicationContext;
import uk.homeward.insight.events.FactFolder;

/** Publishes what was told so far, for tests of other packages that read measures. */
public final class PublishedNow {

    private PublishedNow() {}

    public static void publish(ApplicationContext context) {
        Publishing publishing = context.getBean(Publishing.class);
        publishing.stop();
        publishing.once(FactFolder.open(
                Objects.requireNonNull(context.getBean(FactsPlace.class).folder())));
    }
}
