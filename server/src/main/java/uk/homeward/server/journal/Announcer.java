package uk.homeward.server.journal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Publishes changes once they are committed: at once outside of a transaction, after it inside one. */
@Component
class Announcer {

    private final ApplicationEventPublisher publisher;

    Announcer(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    void announce(Changed changed) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            publisher.publishEvent(changed);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                publisher.publishEvent(changed);
            }
        });
    }
}
