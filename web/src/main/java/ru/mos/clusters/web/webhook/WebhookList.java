package ru.mos.clusters.web.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.webhook.SubscriptionView;
import ru.mos.clusters.webhook.Webhooks;

/** The list of subscriptions. */
@Named
@RequestScoped
public class WebhookList {

    @EJB
    private Webhooks webhooks;

    @Inject
    private ListQuery query;

    private LazyTable<SubscriptionView> table;

    @PostConstruct
    void open() {
        table = query.table(webhooks::list, webhooks::count);
    }

    public LazyTable<SubscriptionView> getTable() {
        return table;
    }
}
