package ru.mos.clusters.web.call;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.CallProblem;
import ru.mos.clusters.call.programme.Measure;
import ru.mos.clusters.call.programme.PlanLine;
import ru.mos.clusters.call.programme.PlanProgramme;
import ru.mos.clusters.call.programme.ProgrammeAct;
import ru.mos.clusters.call.programme.ProgrammeView;
import ru.mos.clusters.call.programme.Programmes;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The form of a measure: what it is called, and what the plan gives it in each year of the programme. */
@Named
@RequestScoped
public class MeasureForm {

    @EJB
    private Programmes programmes;

    @Inject
    private ListQuery query;

    private ProgrammeView programme;
    private Optional<Measure> measure = Optional.empty();
    private final List<Planned> plan = new ArrayList<>();
    private long version;
    private @Nullable String code;
    private @Nullable String nameRu;
    private @Nullable String nameEn;

    /** What is planned for a year; without a sum the measure is not in the plan of it. */
    public static final class Planned {
        private final int year;
        private @Nullable BigDecimal amount;

        Planned(int year, @Nullable BigDecimal amount) {
            this.year = year;
            this.amount = amount;
        }

        public int getYear() {
            return year;
        }

        public @Nullable BigDecimal getAmount() {
            return amount;
        }

        public void setAmount(@Nullable BigDecimal amount) {
            this.amount = amount;
        }
    }

    @PostConstruct
    void open() {
        programme = programmes.programme(query.value("programme"));
        version = programme.version();
        measure = programme.measures().stream()
                .filter(one -> one.code().equals(query.value("measure")))
                .findFirst();
        if (measure.isEmpty() && !query.value("measure").isEmpty()) {
            throw new Problem(CallProblem.MEASURE_UNKNOWN, programme.code(), query.value("measure"));
        }
        measure.ifPresent(one -> {
            code = one.code();
            nameRu = one.nameRu();
            nameEn = one.nameEn();
        });
        programme.years().forEach(year -> plan.add(new Planned(year, amount(year))));
    }

    private @Nullable BigDecimal amount(int year) {
        return measure.stream()
                .flatMap(one -> one.plan().stream())
                .filter(line -> line.year() == year)
                .map(PlanLine::amount)
                .findFirst()
                .orElse(null);
    }

    /** Keeps the measure in its place in the plan, or as the last. */
    public String save() {
        var typed = typed();
        var all = new ArrayList<>(programme.measures());
        int at = measure.map(all::indexOf).orElse(-1);
        if (at < 0) {
            all.add(typed);
        } else {
            all.set(at, typed);
        }
        return keep(all, "programme.measureSaved");
    }

    private Measure typed() {
        try {
            return new Measure(
                    Objects.requireNonNull(code).strip(),
                    Objects.requireNonNull(nameRu),
                    Objects.requireNonNull(nameEn),
                    plan.stream()
                            .filter(line -> line.amount != null)
                            .map(MeasureForm::line)
                            .toList());
        } catch (Problem problem) {
            throw problem.code() == CallProblem.MEASURE_CODE_MALFORMED ? problem.at("/code") : problem;
        }
    }

    /** Takes the measure out of the plan. */
    public String delete() {
        var all = new ArrayList<>(programme.measures());
        all.remove(measure.orElse(null));
        return keep(all, "programme.measureDeleted");
    }

    private static PlanLine line(Planned planned) {
        return new PlanLine(planned.year, Objects.requireNonNull(planned.amount));
    }

    private String keep(List<Measure> measures, String told) {
        programmes.change(
                new PlanProgramme(
                        programme.code(),
                        programme.nameRu(),
                        programme.nameEn(),
                        programme.firstYear(),
                        programme.lastYear(),
                        programme.firstAwardOn(),
                        programme.acts().stream()
                                .map(act -> new ProgrammeAct(act.act(), act.edition()))
                                .toList(),
                        measures),
                version);
        Messages.info(told);
        return Redirect.to("/programme/card.xhtml", "code", programme.code());
    }

    public ProgrammeView getProgramme() {
        return programme;
    }

    /** Whether the measure stands in the plan already. */
    public boolean isExisting() {
        return measure.isPresent();
    }

    public List<Planned> getPlan() {
        return plan;
    }

    /** The version of the programme that the form is made from, and which it brings back. */
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getNameRu() {
        return nameRu;
    }

    public void setNameRu(@Nullable String nameRu) {
        this.nameRu = nameRu;
    }

    public @Nullable String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = nameEn;
    }
}
