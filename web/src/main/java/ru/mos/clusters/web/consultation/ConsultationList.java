package ru.mos.clusters.web.consultation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.consultation.ConsultationFilter;
import ru.mos.clusters.cluster.consultation.ConsultationForm;
import ru.mos.clusters.cluster.consultation.ConsultationView;
import ru.mos.clusters.cluster.consultation.Consultations;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.LazyTable;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Spreadsheet;

/** The journal of consultations. */
@Named
@RequestScoped
public class ConsultationList {

    @EJB
    private Consultations consultations;

    @EJB
    private Clusters clusters;

    @Inject
    private ListQuery query;

    private LazyTable<ConsultationView> table;

    @PostConstruct
    void open() {
        var filter = new ConsultationFilter(
                query.text("adviser").orElse(null),
                query.read("cluster", clusters::resolve).orElse(null),
                query.read("inn", Inn::new).orElse(null),
                query.choice("form", ConsultationForm.class).orElse(null),
                query.text("q").orElse(null),
                query.date("heldFrom").orElse(null),
                query.date("heldTo").map(day -> day.plusDays(1)).orElse(null));
        table = query.table(page -> consultations.list(filter, page), () -> consultations.count(filter));
    }

    public LazyTable<ConsultationView> getTable() {
        return table;
    }

    public List<Map.Entry<String, String>> getAdvisers() {
        return consultations.advisers().stream()
                .map(adviser -> Map.entry(adviser.login(), adviser.name()))
                .toList();
    }

    public List<Map.Entry<String, String>> getForms() {
        return Stream.of(ConsultationForm.values())
                .map(form -> Map.entry(form.name(), Functions.show(form)))
                .toList();
    }

    /** The whole list as a spreadsheet. */
    public void export() {
        if (!query.value("export").equals("xlsx") || query.isFaulty()) {
            return;
        }
        new Spreadsheet<ConsultationView>("consultations.title")
                .column("consultations.heldOn", 12, ConsultationView::heldOn)
                .column("consultations.form", 20, ConsultationView::form)
                .column("consultations.adviser", 30, ConsultationView::adviserName)
                .column("consultations.cluster", 12, ConsultationView::clusterCode)
                .column("consultations.inn", 14, ConsultationView::inn)
                .column("consultations.name", 40, ConsultationView::name)
                .column("consultations.topic", 50, ConsultationView::topic)
                .column("consultations.result", 50, ConsultationView::result)
                .send(table);
    }
}
