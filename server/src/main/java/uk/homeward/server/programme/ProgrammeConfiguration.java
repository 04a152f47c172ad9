package uk.homeward.server.programme;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.homeward.journey.event.Subject.Kind;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.time.PlaceTime;

/** The book over the ledger; and, for the ledger, one projection for each kind in which the change is told. */
@Configuration(proxyBeanMethods = false)
class ProgrammeConfiguration {

    @Bean
    ChangeBook changeBook(Ledger ledger, Place place, PlaceTime time) {
        return new ChangeBook(ledger::histories, place.zone(), time::instant);
    }

    @Bean
    Folded programmesAreFolded() {
        return new Folded(Kind.PROGRAMME);
    }

    @Bean
    Folded risksAreFolded() {
        return new Folded(Kind.RISK);
    }

    @Bean
    Folded cyclesAreFolded() {
        return new Folded(Kind.CYCLE);
    }

    @Bean
    Folded maturityIsFolded() {
        return new Folded(Kind.MATURITY);
    }

    @Bean
    Folded winterIsFolded() {
        return new Folded(Kind.WINTER);
    }

    @Bean
    Folded baselinesAreFolded() {
        return new Folded(Kind.BASELINE);
    }
}
