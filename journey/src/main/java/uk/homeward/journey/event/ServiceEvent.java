package uk.homeward.journey.event;

import java.time.LocalDate;
import java.util.List;

/** What is told of an entry of the directory of services. */
public sealed interface ServiceEvent extends Event {

    /** The entry was written, or written anew. */
    record ServiceDescribed(Details details) implements ServiceEvent {}

    /** Somebody asked the service and found the entry right. */
    record ServiceConfirmed(String note) implements ServiceEvent {}

    /** The regulator rated it. */
    record ServiceRated(String rating, LocalDate on, String location) implements ServiceEvent {}

    /** The service is no more. */
    record ServiceWithdrawn(String reason) implements ServiceEvent {}

    /** Refused, and kept that it was. */
    record ServiceRefused(String command, String code, String why) implements ServiceEvent, Refusal {}

    /**
     * What an entry says; what is not known is empty.
     *
     * @param organisation who gives it, as people call them
     * @param audience for whom it is, in words
     * @param notFor for whom it is not, in words
     * @param categories what it helps with, such as {@code carers}
     * @param outward outward postcode of where it is
     * @param site the place's site where it is, such as a hospital; empty where it is elsewhere
     * @param areas localities of people whom it serves; none for the whole place
     * @param minimumAge in whole years; 0 for none
     * @param hours when it is there, in words
     * @param opens the same for machines: {@code 24/7}, or {@code Mon-Fri 09:00-17:00; bank holidays closed}
     * @param isPublic true where everybody may see it, false where it is for professionals
     * @param isCommunity true for a community asset to which one is prescribed socially
     * @param source where this is from
     */
    record Details(
            String title,
            String organisation,
            String what,
            String audience,
            String notFor,
            List<String> categories,
            String phone,
            String email,
            String web,
            String outward,
            String site,
            List<String> areas,
            int minimumAge,
            String hours,
            String opens,
            String response,
            boolean isPublic,
            boolean isCommunity,
            String source) {

        public Details {
            site = site == null ? "" : site; // entries written before sites were named have none
            categories = List.copyOf(categories);
            areas = List.copyOf(areas);
        }

        public boolean hasContact() {
            return !(phone + email + web).isBlank();
        }
    }
}
