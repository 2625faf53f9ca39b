package ru.mos.clusters.web.council;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.council.Bodies;
import ru.mos.clusters.call.council.BodyView;
import ru.mos.clusters.call.council.EnterOrder;
import ru.mos.clusters.call.council.Post;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** The form of an order about who sits in a body: whom it appoints, as many as it names, and whom it releases. */
@Named
@ViewScoped
public class BodyOrder implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Bodies bodies;

    private String code = "";
    private @Nullable BodyView body;
    private @Nullable LocalDate from;
    private final PaperEntry paper = new PaperEntry();
    private final List<Appointed> appointed = new ArrayList<>();
    private List<String> released = new ArrayList<>();

    /** Somebody who is appointed, as typed. */
    public static final class Appointed implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable String name;
        private @Nullable String post = Post.MEMBER.name();
        private @Nullable String organisation;
        private @Nullable Inn inn;
        private @Nullable String login;
        private boolean votes = true;

        private EnterOrder.Appointment appointment() {
            return new EnterOrder.Appointment(
                    login, String.valueOf(name), organisation, inn, Post.valueOf(String.valueOf(post)), votes);
        }

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = name;
        }

        public @Nullable String getPost() {
            return post;
        }

        public void setPost(@Nullable String post) {
            this.post = post;
        }

        public @Nullable String getOrganisation() {
            return organisation;
        }

        public void setOrganisation(@Nullable String organisation) {
            this.organisation = organisation;
        }

        public @Nullable Inn getInn() {
            return inn;
        }

        public void setInn(@Nullable Inn inn) {
            this.inn = inn;
        }

        public @Nullable String getLogin() {
            return login;
        }

        public void setLogin(@Nullable String login) {
            this.login = login;
        }

        public boolean isVotes() {
            return votes;
        }

        public void setVotes(boolean votes) {
            this.votes = votes;
        }
    }

    /** Opens the form for the body in the address, with room for one who is appointed. */
    public void load() {
        body = bodies.view(code, null);
        if (appointed.isEmpty()) {
            appointed.add(new Appointed());
        }
    }

    public @Nullable BodyView getBody() {
        return body;
    }

    public List<Appointed> getAppointed() {
        return appointed;
    }

    /** Makes room for another. */
    public @Nullable String addOne() {
        appointed.add(new Appointed());
        return null;
    }

    /** Takes the last away. */
    public @Nullable String takeOne() {
        appointed.remove(appointed.size() - 1);
        return null;
    }

    public List<Map.Entry<String, String>> getPosts() {
        return CouncilWords.options(Post.values());
    }

    /** Who is in office and can be released. */
    public List<Map.Entry<String, String>> getSeats() {
        return Objects.requireNonNull(body).seats().stream()
                .map(seat -> Map.entry(seat.id().toString(), seat.name() + ", " + Functions.show(seat.post())))
                .toList();
    }

    /** Enters the order. */
    public String enter() {
        bodies.order(
                code,
                new EnterOrder(
                        Objects.requireNonNull(from),
                        paper.paper(),
                        appointed.stream().map(Appointed::appointment).toList(),
                        released.stream().map(UUID::fromString).toList()));
        Messages.info("council.ordered");
        return Redirect.to("/council/body.xhtml", "code", code, "asOf", from);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public PaperEntry getPaper() {
        return paper;
    }

    public List<String> getReleased() {
        return released;
    }

    public void setReleased(List<String> released) {
        this.released = released;
    }
}
