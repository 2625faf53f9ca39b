package ru.mos.clusters.inserver;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The contract's "What a release proves", said once more in the plainest way: from whole releases, without runs. */
record SmeOracle(List<Release> releases) {

    /** A release in force. */
    record Release(LocalDate on, boolean complete, List<ReleaseFiles.Shown> shown) {

        boolean shows(String inn) {
            return shown.stream().anyMatch(one -> one.inn().equals(inn));
        }

        boolean speaksOf(String inn) {
            return complete || shows(inn);
        }
    }

    private Set<ReleaseFiles.Shown> shownOn(String inn, LocalDate day) {
        return releases.stream()
                .filter(release -> release.on().equals(day))
                .flatMap(release -> release.shown().stream())
                .filter(one -> one.inn().equals(inn))
                .collect(Collectors.toSet());
    }

    private static Set<LocalDate> entries(Set<ReleaseFiles.Shown> shown) {
        return shown.stream().map(ReleaseFiles.Shown::since).collect(Collectors.toSet());
    }

    /** {@code IN}, {@code OUT} or {@code UNKNOWN}. */
    String status(String inn, LocalDate day) {
        var speaking = releases.stream()
                .filter(release -> release.speaksOf(inn))
                .map(Release::on)
                .collect(Collectors.toCollection(TreeSet::new));
        var before = Optional.ofNullable(speaking.floor(day));
        var after = Optional.ofNullable(speaking.higher(day));
        if (before.isPresent() && day.isBefore(before.get().plusDays(45))) {
            return shownOn(inn, before.get()).isEmpty() ? "OUT" : "IN";
        }
        var first = releases.stream()
                .filter(release -> release.shows(inn))
                .map(Release::on)
                .min(LocalDate::compareTo);
        if (first.isPresent() && day.isBefore(first.get())) {
            boolean in = entries(shownOn(inn, first.get())).stream()
                    .anyMatch(since -> !since.isAfter(day)
                            && before.map(absent -> since.isAfter(absent)).orElse(true));
            if (in) {
                return "IN";
            }
        }
        if (before.isEmpty() || after.isEmpty()) {
            return "UNKNOWN";
        }
        var was = shownOn(inn, before.get());
        var will = shownOn(inn, after.get());
        if (was.isEmpty() && will.isEmpty()) {
            return "OUT";
        }
        return entries(was).stream().anyMatch(entries(will)::contains) ? "IN" : "UNKNOWN";
    }
}
