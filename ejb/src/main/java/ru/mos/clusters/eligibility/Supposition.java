package ru.mos.clusters.eligibility;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.rule.PartRef;
import ru.mos.clusters.eligibility.rule.SmeStanding;
import ru.mos.clusters.ownership.SupposedStake;
import ru.mos.clusters.platform.Inn;

/** One change that is only thought of. */
public sealed interface Supposition {

    /** An enterprise joins; what is on record of it counts. */
    record AddMember(Inn inn, @Nullable String name, boolean ofOrganisation) implements Supposition {}

    /** A participant leaves. */
    record RemoveMember(Inn inn) implements Supposition {}

    /** A participant is, or is not, an SME of the city's region. */
    record SetStatus(Inn inn, SmeStanding.Status status) implements Supposition {}

    /** A participant is proven innovative, or nothing of the kind is proven. */
    record SetQualified(Inn inn, boolean qualified) implements Supposition {}

    /** A person answers a part of a condition. */
    record Conclude(PartRef part, boolean met) implements Supposition {}

    /** One party holds so much of another, or directs it, or no longer does. */
    record SetStake(SupposedStake stake) implements Supposition {}
}
