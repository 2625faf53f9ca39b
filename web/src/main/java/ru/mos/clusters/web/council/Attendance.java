package ru.mos.clusters.web.council;

import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.SittingView.Member;

/** A member with what is being noted of them. */
public final class Attendance {
    private final Member member;
    private final boolean presiding;
    private @Nullable String presence;

    Attendance(Member member, boolean presiding) {
        this.member = member;
        this.presiding = presiding;
        var noted = member.presence();
        presence = noted == null ? null : noted.name();
    }

    public Member getMember() {
        return member;
    }

    public boolean isPresiding() {
        return presiding;
    }

    public @Nullable String getPresence() {
        return presence;
    }

    public void setPresence(@Nullable String presence) {
        this.presence = presence;
    }

    /** Whether something else is said of them than was noted before. */
    boolean isOther() {
        return presence != null
                && !presence.isEmpty()
                && (member.presence() == null || !member.presence().name().equals(presence));
    }
}
