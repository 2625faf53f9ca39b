package ru.mos.clusters.web.ownership;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.AffiliationProfile;
import ru.mos.clusters.ownership.AffiliationView;
import ru.mos.clusters.ownership.OwnershipSource;
import ru.mos.clusters.ownership.OwnershipWords;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.Missing;
import ru.mos.clusters.ownership.graph.PairVerdict;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Formats;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Texts;

/** How ownership looks and reads on pages, and what pages offer to whom. */
@Named
@RequestScoped
public class OwnershipLook {

    @Inject
    private Texts texts;

    @Inject
    private Caller caller;

    /** Whether the person sees imports, hand entries and persons who may be one. */
    public boolean isKeeping() {
        return isEntering() || any(Role.GCKR, Role.CHIEF, Role.AUDITOR);
    }

    /** Whether the person imports, enters and decides. */
    public boolean isEntering() {
        return any(Role.DEPARTMENT);
    }

    /** Whether the person may take ownership away as a file for other programs. */
    public boolean isSaving() {
        return isKeeping();
    }

    /** Whether the person sees who is affiliated with whom. */
    public boolean isSeeing() {
        return isKeeping() || any(Role.COMMISSION);
    }

    private boolean any(String... roles) {
        return Arrays.stream(roles).anyMatch(caller::hasRole);
    }

    /** With which colour and sign a verdict is shown. */
    public String of(PairVerdict verdict) {
        return switch (verdict) {
            case AFFILIATED -> "notmet";
            case NOT_AFFILIATED -> "met";
            case UNKNOWN -> "unknown";
            case MANUAL -> "manual";
        };
    }

    public String kind(EdgeKind kind) {
        return OwnershipWords.kind(kind, Language.current());
    }

    public String source(@Nullable OwnershipSource source) {
        return OwnershipWords.source(source, Language.current());
    }

    /** The page of the import behind a source; null for hand entry, and for whom the page is closed. */
    public @Nullable String page(@Nullable OwnershipSource source) {
        return source == null || source.importId() == null || !isKeeping()
                ? null
                : "/ownership/import.xhtml?id=" + source.importId();
    }

    /** An exact share as people read it; what per cents do not say in full stands as a fraction beside. */
    public String share(@Nullable Fraction share) {
        if (share == null) {
            return Formats.NOTHING;
        }
        var percent = OwnershipWords.percent(share, Language.current());
        return isWhole(share) ? percent : "≈\u00a0" + percent + " (" + share + ")";
    }

    private static boolean isWhole(Fraction share) {
        return 10_000
                        % share.denominator()
                                .min(java.math.BigInteger.valueOf(10_001))
                                .intValueExact()
                == 0;
    }

    public String missing(Missing what) {
        return OwnershipWords.missing(what, Language.current());
    }

    public String supplier(Missing what) {
        return OwnershipWords.supplier(what, Language.current());
    }

    public String bare(String id) {
        return PartyIds.bare(id);
    }

    /** The page of a party. */
    public String party(AffiliationView.Who party) {
        return "/ownership/card.xhtml?id=" + Functions.encode(party.id());
    }

    /** The definitions to choose from. */
    public List<Map.Entry<String, String>> getProfiles() {
        return Arrays.stream(AffiliationProfile.values())
                .map(profile -> Map.entry(profile.name(), Functions.show(profile)))
                .toList();
    }

    /** The letter that stands on a line for what is no share. */
    String letter(EdgeKind kind) {
        return texts.get("own.letter." + kind);
    }
}
