package ru.mos.clusters.web.council;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.Bodies;
import ru.mos.clusters.call.council.BodyKind;
import ru.mos.clusters.call.council.BodyView;
import ru.mos.clusters.call.council.NewBody;
import ru.mos.clusters.call.council.Post;
import ru.mos.clusters.call.council.SeatView;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** Councils and commissions as they are today, and the form by which one is entered. */
@Named
@RequestScoped
public class BodyList {

    @EJB
    private Bodies bodies;

    @Inject
    private Caller caller;

    private @Nullable List<BodyView> all;
    private @Nullable String code;
    private @Nullable String kind;
    private @Nullable String nameRu;
    private @Nullable String genitive;
    private @Nullable String nameEn;

    public List<BodyView> getAll() {
        if (all == null) {
            all = bodies.all();
        }
        return all;
    }

    /** Who holds the chair of a body; null where it is empty. */
    public @Nullable String chair(BodyView body) {
        return body.seats().stream()
                .filter(seat -> seat.post() == Post.CHAIR)
                .map(SeatView::name)
                .findFirst()
                .orElse(null);
    }

    /** How many of a body have a vote. */
    public long voters(BodyView body) {
        return body.seats().stream().filter(SeatView::votes).count();
    }

    public boolean isWriter() {
        return caller.hasRole(Role.DEPARTMENT);
    }

    public List<Map.Entry<String, String>> getKinds() {
        return CouncilWords.options(BodyKind.values());
    }

    /** Enters the body that was typed and opens it. */
    public String enter() {
        var entered = bodies.enter(new NewBody(
                String.valueOf(code),
                BodyKind.valueOf(String.valueOf(kind)),
                String.valueOf(nameRu),
                String.valueOf(genitive),
                String.valueOf(nameEn)));
        Messages.info("council.bodyEntered");
        return Redirect.to("/council/body.xhtml", "code", entered.code());
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getNameRu() {
        return nameRu;
    }

    public void setNameRu(@Nullable String nameRu) {
        this.nameRu = nameRu;
    }

    public @Nullable String getGenitive() {
        return genitive;
    }

    public void setGenitive(@Nullable String genitive) {
        this.genitive = genitive;
    }

    public @Nullable String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = nameEn;
    }
}
