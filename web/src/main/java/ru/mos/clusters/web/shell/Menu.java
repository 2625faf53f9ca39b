package ru.mos.clusters.web.shell;

import static ru.mos.clusters.platform.Role.ACCOUNTANT;
import static ru.mos.clusters.platform.Role.ADMIN;
import static ru.mos.clusters.platform.Role.APPLICANT;
import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.INFRASTRUCTURE;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.MalformedURLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The menu: four sections in the order of the work, who, what, how much, order. An entry shows to the roles that may use
 * its page, as soon as that page is there.
 */
@Named
@RequestScoped
public class Menu {

    private static final List<String> STAFF =
            List.of(DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR);
    private static final List<String> SEARCHERS =
            List.of(DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR);
    private static final List<String> EVERYBODY =
            List.of(DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, EXPERT, COMMISSION, AUDITOR, APPLICANT);

    // @formatter:off
    private static final List<Section> SECTIONS = List.of(
            new Section("menu.who", List.of(
                    new Item("menu.structure",  "/structure.xhtml",       STAFF),
                    new Item("menu.registry",   "/registry/list.xhtml",   SEARCHERS),
                    new Item("menu.releases",   "/registry/releases.xhtml", List.of(DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, AUDITOR, ADMIN)),
                    new Item("menu.facts",      "/registry/facts.xhtml",  List.of(DEPARTMENT, GCKR, AUDITOR)),
                    new Item("menu.clusters",   "/cluster/list.xhtml",    STAFF),
                    new Item("menu.joining",    "/cluster/joining.xhtml", EVERYBODY),
                    new Item("menu.consultations", "/consultations/list.xhtml", List.of(DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR)),
                    new Item("menu.ownership",  "/ownership/list.xhtml",  List.of(DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR)),
                    new Item("menu.smes",       "/assessment/list.xhtml", List.of(DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR)),
                    new Item("menu.infrastructure", "/infrastructure/list.xhtml", STAFF))),
            new Section("menu.what", List.of(
                    new Item("menu.projects",   "/project/list.xhtml",    List.of(DEPARTMENT, GCKR, CHIEF, AUDITOR, APPLICANT)),
                    new Item("menu.programmes", "/programme/list.xhtml",  EVERYBODY),
                    new Item("menu.calls",      "/call/list.xhtml",       EVERYBODY),
                    new Item("menu.applications", "/application/list.xhtml", List.of(DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, INFRASTRUCTURE, COMMISSION, AUDITOR, APPLICANT)),
                    new Item("menu.requests",   "/application/requests.xhtml", List.of(DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR)),
                    new Item("menu.expertise",  "/expertise/list.xhtml",  List.of(DEPARTMENT, GCKR, CHIEF, EXPERT, AUDITOR)),
                    new Item("menu.experts",    "/expertise/pool.xhtml",  List.of(DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR)),
                    new Item("menu.rankings",   "/ranking/list.xhtml",    List.of(DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR)),
                    new Item("menu.council",    "/council/list.xhtml",    List.of(DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR)),
                    new Item("menu.decisions",  "/council/decisions.xhtml", List.of(DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, COMMISSION, AUDITOR, APPLICANT)),
                    new Item("menu.appeals",    "/council/appeals.xhtml", List.of(DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, APPLICANT)),
                    new Item("menu.inKind",     "/inkind/list.xhtml",     List.of(DEPARTMENT, GCKR, CHIEF, INFRASTRUCTURE, AUDITOR, APPLICANT)))),
            new Section("menu.howMuch", List.of(
                    new Item("menu.agreements", "/agreement/list.xhtml",  List.of(DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, AUDITOR, APPLICANT)),
                    new Item("menu.recoveries", "/recovery/list.xhtml",   List.of(DEPARTMENT, GCKR, CHIEF, ACCOUNTANT, AUDITOR, APPLICANT)),
                    new Item("menu.ledger",     "/ledger/list.xhtml",     List.of(DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR)),
                    new Item("menu.bank",       "/bank/list.xhtml",       List.of(DEPARTMENT, ACCOUNTANT, CHIEF, AUDITOR)),
                    new Item("menu.recipients", "/support/list.xhtml",    SEARCHERS),
                    new Item("menu.sending",    "/recipient/list.xhtml",  List.of(DEPARTMENT, CHIEF, AUDITOR)),
                    new Item("menu.supportCheck", "/support/check.xhtml", SEARCHERS))),
            new Section("menu.order", List.of(
                    new Item("menu.dashboards", "/dashboard/list.xhtml",  List.of(DEPARTMENT, GCKR, CHIEF, AUDITOR)),
                    new Item("menu.rules",      "/rules/list.xhtml",      STAFF),
                    new Item("menu.acts",       "/rules/acts.xhtml",      STAFF),
                    new Item("menu.calendar",   "/calendar/list.xhtml",   EVERYBODY),
                    new Item("menu.reports",    "/report/list.xhtml",     STAFF),
                    new Item("menu.openData",   "/opendata/list.xhtml",   List.of(DEPARTMENT, CHIEF, AUDITOR)),
                    new Item("menu.fairness",   "/cluster/fairness.xhtml", STAFF),
                    new Item("menu.audit",      "/audit/list.xhtml",      List.of(AUDITOR, ADMIN)),
                    new Item("menu.webhooks",   "/webhooks/list.xhtml",   List.of(AUDITOR, ADMIN)),
                    new Item("menu.mandates",   "/users/mandates.xhtml",  List.of(ADMIN, AUDITOR)),
                    new Item("menu.users",      "/users/list.xhtml",      List.of(ADMIN)))));
    // @formatter:on

    private static final Map<String, Boolean> THERE = new ConcurrentHashMap<>();

    @Inject
    private HttpServletRequest request;

    @Inject
    private ServletContext application;

    /** Entries under one heading. */
    public record Section(String title, List<Item> items) {}

    /** A page of the menu and the roles that see it. */
    public record Item(String title, String page, List<String> roles) {
        /**
         * How near a page is to this entry: nothing in another folder; in the same one most where the first word of its name is
         * the entry's, a little to the list.
         */
        int nearness(String page) {
            if (!folder(page).equals(folder(this.page))) {
                return 0;
            }
            if (folder(page).equals("/")) {
                return page.equals(this.page) ? page.length() : 0; // pages at the root have nothing in common
            }
            var name = name(this.page);
            var word = name(page).split("-", 2)[0];
            if (name.startsWith(word) || word.startsWith(name)) {
                return 1 + Math.min(name.length(), word.length());
            }
            return name.equals("list") ? 1 : 0;
        }

        private static String name(String page) {
            return page.substring(page.lastIndexOf('/') + 1, page.lastIndexOf('.'));
        }

        private static String folder(String page) {
            return page.substring(0, page.lastIndexOf('/') + 1);
        }
    }

    /** What the person sees: no entry without its page, no section without an entry. */
    public List<Section> getSections() {
        return SECTIONS.stream()
                .map(section -> new Section(
                        section.title(),
                        section.items().stream().filter(this::shown).toList()))
                .filter(section -> !section.items().isEmpty())
                .toList();
    }

    private boolean shown(Item item) {
        return exists(item.page()) && item.roles().stream().anyMatch(request::isUserInRole);
    }

    /** {@code page} for the entry of the page being shown, as {@code aria-current} wants it; else null. */
    public @Nullable String current(Item item, String view) {
        int nearest = nearest(view);
        return nearest > 0 && item.equals(first(view, nearest)) ? "page" : null;
    }

    private static int nearest(String page) {
        return SECTIONS.stream()
                .flatMap(section -> section.items().stream())
                .mapToInt(item -> item.nearness(page))
                .max()
                .orElse(0);
    }

    /** Of entries equally near the first: pages of a folder belong to its first entry unless another is named alike. */
    private static Item first(String view, int nearest) {
        return SECTIONS.stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.nearness(view) == nearest)
                .findFirst()
                .orElseThrow();
    }

    /** Where the search field of the header leads; null for who may not search. */
    public @Nullable String getSearch() {
        return SEARCHERS.stream().anyMatch(request::isUserInRole) ? "/registry/list.xhtml" : null;
    }

    /** Whether the person may open the page at the address: as its entry of the menu says, or, without one, yes. */
    public boolean opens(String address) {
        var page = address.replaceFirst("[?#].*", "");
        int nearest = nearest(page);
        return nearest == 0 || first(page, nearest).roles().stream().anyMatch(request::isUserInRole);
    }

    /** Whether the page is part of this version. */
    public boolean exists(String page) {
        return THERE.computeIfAbsent(page, path -> {
            try {
                return application.getResource(path) != null;
            } catch (MalformedURLException impossible) {
                throw new IllegalArgumentException(impossible);
            }
        });
    }
}
