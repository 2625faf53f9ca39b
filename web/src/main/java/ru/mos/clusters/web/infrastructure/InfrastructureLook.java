package ru.mos.clusters.web.infrastructure;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.infrastructure.AccreditationState;
import ru.mos.clusters.infrastructure.AccreditationStatus;
import ru.mos.clusters.infrastructure.CoverageOutcome;
import ru.mos.clusters.infrastructure.InfrastructureDirectory;
import ru.mos.clusters.web.shell.Language;

/** Words and looks of the infrastructure, in the language of the page. */
@Named
@RequestScoped
public class InfrastructureLook {

    @EJB
    private InfrastructureDirectory directory;

    private @Nullable List<InfrastructureDirectory.Kind> kinds;
    private @Nullable List<InfrastructureDirectory.ServiceKind> services;

    public List<Map.Entry<String, String>> getKinds() {
        return allKinds().stream()
                .map(kind -> Map.entry(kind.code(), in(kind.nameRu(), kind.nameEn())))
                .toList();
    }

    public List<Map.Entry<String, String>> getServices() {
        return allServices().stream()
                .map(service -> Map.entry(
                        service.code(),
                        in(service.nameRu(), service.nameEn()) + ", " + in(service.unitRu(), service.unitEn())))
                .toList();
    }

    /** The name of the kind with the code. */
    public String kind(String code) {
        return allKinds().stream()
                .filter(kind -> kind.code().equals(code))
                .map(kind -> in(kind.nameRu(), kind.nameEn()))
                .findFirst()
                .orElse(code);
    }

    public String service(String code) {
        return allServices().stream()
                .filter(service -> service.code().equals(code))
                .map(service -> in(service.nameRu(), service.nameEn()))
                .findFirst()
                .orElse(code);
    }

    /** What the service is measured in. */
    public String unit(String code) {
        return allServices().stream()
                .filter(service -> service.code().equals(code))
                .map(service -> in(service.unitRu(), service.unitEn()))
                .findFirst()
                .orElse("");
    }

    /** One of two texts. */
    public @Nullable String in(@Nullable String russian, @Nullable String english) {
        return Language.current().getLanguage().equals("en") ? english : russian;
    }

    public String ofStatus(AccreditationStatus status) {
        return switch (status) {
            case IN_FORCE -> "met";
            case PROPOSED -> "manual";
            case EXPIRED -> "notmet";
            case NONE -> "unknown";
        };
    }

    public String ofState(AccreditationState state) {
        return switch (state) {
            case GIVEN -> "met";
            case PROPOSED -> "manual";
            case REFUSED -> "notmet";
        };
    }

    public String ofOutcome(CoverageOutcome outcome) {
        return switch (outcome) {
            case COVERED -> "met";
            case WITH_SHARED -> "manual";
            case SHORT -> "notmet";
            case NEED_UNKNOWN -> "unknown";
        };
    }

    private List<InfrastructureDirectory.Kind> allKinds() {
        if (kinds == null) {
            kinds = directory.kinds();
        }
        return kinds;
    }

    private List<InfrastructureDirectory.ServiceKind> allServices() {
        if (services == null) {
            services = directory.services();
        }
        return services;
    }
}
