package uk.homeward.journey.source;

/**
 * One fault in a definition: where it stands, what is wrong, and how to mend it.
 *
 * @param file the file's name as the user gave it
 * @param line the line, counted from 1; 0 where the whole file is meant
 * @param what what is wrong, with the offending value in brackets
 * @param maybe a suggestion that starts no sentence: it follows the word "Maybe"
 */
public record Fault(String file, int line, String what, String maybe) {

    /** The fault as users see it: {@code file:line: what. Maybe: how to mend}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + what + ". Maybe: " + maybe;
    }
}
