package uk.homeward.journey.event;

/** How well one locality does what the new way of working asks, practice by practice. */
public sealed interface MaturityEvent extends ChangeEvent {

    /** A step of maturity. */
    enum Level {
        NOT_YET("Not yet"),
        BRONZE("Bronze: begun"),
        SILVER("Silver: runs with support"),
        GOLD("Gold: runs on its own");

        private final String words;

        Level(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * A practice was assessed.
     *
     * @param evidence what shows it; needed for every level but the lowest
     */
    record PracticeAssessed(String practice, Level level, String evidence) implements MaturityEvent {}

    /** Something was asked and refused. What was refused is kept, not lost. */
    record MaturityRefused(String command, String code, String why) implements MaturityEvent, Refusal {}
}
