package ru.mos.clusters.assessment.criteria;

import java.util.List;
import java.util.Optional;
import ru.mos.clusters.assessment.criteria.SmeLaws.Alternative;
import ru.mos.clusters.assessment.criteria.SmeLaws.Dated;
import ru.mos.clusters.assessment.criteria.SmeLaws.FormRule;
import ru.mos.clusters.assessment.criteria.SmeLaws.HeadcountLimit;
import ru.mos.clusters.assessment.criteria.SmeLaws.OwnershipLimit;
import ru.mos.clusters.assessment.criteria.SmeLaws.Provision;
import ru.mos.clusters.assessment.criteria.SmeLaws.TurnoverLimit;
import ru.mos.clusters.registry.FactKind;

/** The law on SMEs as it holds on one day. */
public record SmeLaw(
        List<Dated<HeadcountLimit>> headcounts,
        List<Dated<TurnoverLimit>> turnovers,
        List<Dated<Provision>> provisions,
        List<Dated<FormRule>> forms,
        List<Dated<OwnershipLimit>> ownership,
        List<Dated<Alternative>> alternatives) {

    Optional<Dated<Provision>> find(Provision.Code code) {
        return provisions.stream().filter(row -> row.says().code() == code).findFirst();
    }

    private Dated<Provision> provision(Provision.Code code) {
        return find(code).orElseThrow(() -> new IllegalStateException("the law says nothing of " + code));
    }

    FactKind measure(Provision.Code code) {
        return FactKind.valueOf(provision(code).says().value());
    }

    int stickyYears() {
        return Integer.parseInt(provision(Provision.Code.STICKY_YEARS).says().value());
    }

    Basis basis(Provision.Code code) {
        return provision(code).basis();
    }

    boolean newcomersAreMicro() {
        return provision(Provision.Code.NEWLY_CREATED).says().value().equals("MICRO");
    }

    /** Whether the register makes an SME, so that the criteria are a diagnosis only. */
    public boolean registerDecides() {
        return provision(Provision.Code.DECIDES).says().value().equals("REGISTER");
    }

    /** The register that is kept on the day; empty where none is. */
    public Optional<RegisterFact.Register> register() {
        return find(Provision.Code.REGISTER)
                .map(row -> RegisterFact.Register.valueOf(row.says().value()));
    }

    Optional<Dated<FormRule>> form(SmeForm form) {
        return forms.stream().filter(row -> row.says().form() == form).findFirst();
    }
}
