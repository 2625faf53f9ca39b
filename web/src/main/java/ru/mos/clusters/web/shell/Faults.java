package ru.mos.clusters.web.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;

/** Shows a problem at the field it names, or on top of the page when none of the page's fields is meant. */
final class Faults {

    private Faults() {}

    static FacesMessage message(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text);
    }

    static void show(FacesContext context, Problem problem) {
        var text = ProblemTexts.text(problem, context.getViewRoot().getLocale());
        var field = problem.field() == null ? null : input(context, name(problem.field()));
        if (field instanceof EditableValueHolder holder) {
            holder.setValid(false);
        }
        context.addMessage(field == null ? null : field.getClientId(context), message(text));
    }

    /** The field {@code /organisation/inn} of a command is the input {@code inn} of the form. */
    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static @Nullable UIComponent input(FacesContext context, String id) {
        var found = new AtomicReference<@Nullable UIComponent>();
        context.getViewRoot().visitTree(VisitContext.createVisitContext(context), (visit, component) -> {
            if (component instanceof EditableValueHolder && id.equals(component.getId())) {
                found.set(component);
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found.get();
    }
}
