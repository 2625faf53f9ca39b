package ru.mos.clusters.web.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;

/** Shows a problem at the field it names, or on top of the page when none of the page's fields is meant. */
public final class Faults {

    private Faults() {}

    public static FacesMessage message(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text);
    }

    static void show(FacesContext context, Problem problem) {
        var text = ProblemTexts.text(problem, context.getViewRoot().getLocale());
        var field = problem.field() == null ? null : field(context, problem.field());
        if (field instanceof EditableValueHolder holder) {
            holder.setValid(false);
        }
        if (field instanceof UISelectMany many && many.getValue() instanceof Collection<?> ticked) {
            // what is not valid is drawn as it was sent, and that is gone once the bean has it
            many.setSubmittedValue(ticked.stream().map(String::valueOf).toArray(String[]::new));
        }
        context.addMessage(field == null ? null : field.getClientId(context), message(text));
    }

    /** The field {@code /organisation/inn} of a command is the input {@code organisationInn} of the form, or {@code inn}. */
    private static @Nullable UIComponent field(FacesContext context, String pointer) {
        var whole = new StringBuilder();
        for (var part : pointer.substring(1).split("/", -1)) {
            whole.append(
                    whole.isEmpty() || part.isEmpty()
                            ? part
                            : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        var named = input(context, whole.toString());
        return named == null ? input(context, pointer.substring(pointer.lastIndexOf('/') + 1)) : named;
    }

    /** The input of that name in the form that was sent. */
    private static @Nullable UIComponent input(FacesContext context, String id) {
        var found = new AtomicReference<@Nullable UIComponent>();
        context.getViewRoot().visitTree(VisitContext.createVisitContext(context), (visit, component) -> {
            if (component instanceof UIForm form && !form.isSubmitted()) {
                return VisitResult.REJECT;
            }
            if (component instanceof EditableValueHolder && id.equals(component.getId())) {
                found.set(component);
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found.get();
    }
}
