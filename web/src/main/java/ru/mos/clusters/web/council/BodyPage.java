package ru.mos.clusters.web.council;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import ru.mos.clusters.call.council.Bodies;
import ru.mos.clusters.call.council.BodyView;
import ru.mos.clusters.call.council.OrderView;
import ru.mos.clusters.call.council.Regulations;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.web.shell.ListQuery;

/** A council or commission on a day: who is in office, by which orders, and by which regulations it votes. */
@Named
@RequestScoped
public class BodyPage {

    @EJB
    private Bodies bodies;

    @Inject
    private ListQuery query;

    @Inject
    private Caller caller;

    private BodyView body;

    @PostConstruct
    void open() {
        body = bodies.view(query.value("code"), query.date("asOf").orElse(null));
    }

    public BodyView getBody() {
        return body;
    }

    public List<OrderView> getOrders() {
        return bodies.orders(body.code());
    }

    /** All that were said, the latest first. */
    public List<Regulations> getRegulations() {
        return bodies.regulations(body.code());
    }

    public boolean isWriter() {
        return caller.hasRole(Role.DEPARTMENT);
    }
}
