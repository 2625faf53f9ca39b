package ru.mos.clusters.web.webhook;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;
import ru.mos.clusters.web.shell.Texts;
import ru.mos.clusters.webhook.Audience;
import ru.mos.clusters.webhook.EnterSubscription;
import ru.mos.clusters.webhook.EventType;
import ru.mos.clusters.webhook.Webhooks;

/** A subscription that is entered or corrected. */
@Named
@ViewScoped
public class WebhookEdit implements Serializable {

    @EJB
    private Webhooks webhooks;

    @Inject
    private Texts texts;

    private String id = "";
    private long version;
    private String name = "";
    private String url = "";
    private @Nullable String inn;
    private final Map<String, List<Map.Entry<String, String>>> offered = new LinkedHashMap<>();
    private final Map<String, List<String>> chosen = new LinkedHashMap<>();
    private @Nullable UUID created;
    private @Nullable String made;

    /** Opens the subscription in the address, or an empty form where the address names none. */
    public void load() {
        var asked = new HashSet<String>();
        if (!id.isEmpty()) {
            var known = webhooks.view(WebhookCard.id(id));
            version = known.version();
            name = known.name();
            url = known.url();
            setInn(known.inn());
            asked.addAll(known.types());
        }
        for (var type : webhooks.eventTypes()) {
            var kind = type.subjectKind();
            offered.computeIfAbsent(kind, any -> new ArrayList<>())
                    .add(new SimpleImmutableEntry<>(type.type(), label(type)));
            chosen.computeIfAbsent(kind, any -> new ArrayList<>());
            if (asked.contains(type.type())) {
                chosen.get(kind).add(type.type());
            }
        }
    }

    private String label(EventType type) {
        var words = texts.orElse("action." + type.action(), type.type());
        return type.audience() == Audience.DEPARTMENT ? texts.with("webhooks.departmentOnly", words) : words;
    }

    /** Enters the receiver; its secret is shown now and never again. */
    public void create() {
        var entered = webhooks.create(command());
        created = entered.subscription().id();
        made = entered.secret();
        Messages.info("webhooks.created");
    }

    public String save() {
        webhooks.change(WebhookCard.id(id), version, command());
        Messages.info("webhooks.saved");
        return Redirect.to("/webhooks/card.xhtml", "id", id);
    }

    private EnterSubscription command() {
        var types = new HashSet<String>();
        chosen.values().forEach(types::addAll);
        return new EnterSubscription(name, url, getInn(), Set.copyOf(types));
    }

    /** Kinds of things, in the order of their events. */
    public List<String> getKinds() {
        return List.copyOf(offered.keySet());
    }

    /** Events of each kind of thing, with their names. */
    public Map<String, List<Map.Entry<String, String>>> getOffered() {
        return offered;
    }

    /** Events asked for, by the kind of thing. */
    public Map<String, List<String>> getChosen() {
        return chosen;
    }

    public boolean isNew() {
        return id.isEmpty();
    }

    public @Nullable UUID getCreated() {
        return created;
    }

    /** The secret just made, null when there is none to show. */
    public @Nullable String getMade() {
        return made;
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String url) {
        this.url = url == null ? "" : url;
    }

    public @Nullable Inn getInn() {
        return inn == null ? null : new Inn(inn);
    }

    public void setInn(@Nullable Inn inn) {
        this.inn = inn == null ? null : inn.digits();
    }
}
