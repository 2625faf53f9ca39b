package ru.mos.clusters.web.council;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.MakeMotion;
import ru.mos.clusters.call.council.Motion;

/** A motion as it is typed. */
public final class MotionEntry {
    private @Nullable String motion;
    private @Nullable BigDecimal amount;
    private @Nullable String kbk;
    private @Nullable String act;
    private @Nullable String paragraph;
    private @Nullable String reason;
    private @Nullable String departure;

    /** The motion it states; what it lacks, the service says. */
    MakeMotion made() {
        var money = String.valueOf(kbk).split("\\|", 2);
        var ground = String.valueOf(act).split("\\|", 2);
        return new MakeMotion(
                Motion.valueOf(String.valueOf(motion)),
                amount,
                money.length < 2 ? null : Integer.valueOf(money[0]),
                money.length < 2 ? null : money[1],
                reason,
                ground.length < 2 ? null : ground[0],
                ground.length < 2 ? null : LocalDate.parse(ground[1]),
                paragraph,
                departure);
    }

    public @Nullable String getMotion() {
        return motion;
    }

    public void setMotion(@Nullable String motion) {
        this.motion = motion;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable String getKbk() {
        return kbk;
    }

    public void setKbk(@Nullable String kbk) {
        this.kbk = kbk;
    }

    public @Nullable String getAct() {
        return act;
    }

    public void setAct(@Nullable String act) {
        this.act = act;
    }

    public @Nullable String getParagraph() {
        return paragraph;
    }

    public void setParagraph(@Nullable String paragraph) {
        this.paragraph = paragraph;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getDeparture() {
        return departure;
    }

    public void setDeparture(@Nullable String departure) {
        this.departure = departure;
    }
}
