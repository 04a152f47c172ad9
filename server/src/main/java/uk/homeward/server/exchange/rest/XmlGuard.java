package uk.homeward.server.exchange.rest;

import uk.homeward.server.exchange.resources.Unusable;

/** Refuses XML that no resource needs before a parser sees it: document types with their entities, and endless depth. */
final class XmlGuard {

    private static final int DEEPEST = 100;

    private XmlGuard() {}

    static void check(String xml) {
        if (xml.contains("<!DOCTYPE") || xml.contains("<!ENTITY")) {
            throw Unusable.unreadable("the body has a document type, which is not taken");
        }
        int depth = 0;
        for (int i = xml.indexOf('<'); i >= 0 && i + 1 < xml.length(); i = xml.indexOf('<', i + 1)) {
            char next = xml.charAt(i + 1);
            if (next == '/') {
                depth--;
            } else if (next != '!' && next != '?') {
                int end = xml.indexOf('>', i);
                depth += end > 0 && xml.charAt(end - 1) == '/' ? 0 : 1;
            }
            if (depth > DEEPEST) {
                throw Unusable.unreadable("the body is nested deeper than " + DEEPEST + " elements");
            }
        }
    }
}
