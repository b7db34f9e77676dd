package dev.identityexplorer.web;

import java.util.Locale;

/** What a visitor may do; each may do what the one before may. */
enum Role {
    /** Reads: answers, plans, queries. */
    VIEWER,
    /** Imports as well. */
    EDITOR;

    boolean may(Role needed) {
        return compareTo(needed) >= 0;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
