package uk.homeward.journey.event;

/** What is done when a provider fails; the subject is the provider. */
public sealed interface ContingencyEvent extends Event {

    /** @param reason what happened; the tasks of the place's plan begin */
    record ProviderFailed(String reason) implements ContingencyEvent {}

    record ContingencyTaskDone(String task, String note) implements ContingencyEvent {}

    record FailureOver(String reason) implements ContingencyEvent {}

    record ContingencyRefused(String command, String code, String why) implements ContingencyEvent, Refusal {}
}
