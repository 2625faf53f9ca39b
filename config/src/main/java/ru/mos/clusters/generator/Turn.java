package ru.mos.clusters.generator;

/** What can change about a subject between two releases. Each turn makes a fact differ from what it was just before. */
enum Turn {
    ACTIVITY_ADDED,
    MAIN_ACTIVITY_CHANGED,
    CATEGORY_CHANGED,
    RENAMED,
    MOVED,
    NO_LONGER_NEW,
    PRODUCT_ADDED,
    HEADCOUNT_CHANGED,
    SOCIAL_MARK_CHANGED,
    /** Left and came back between two releases: present in both, with another date of entry. */
    ENTERED_ANEW
}
