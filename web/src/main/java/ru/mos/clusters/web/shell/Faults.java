package ru.mos.clusters.web.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;

/** Shows a problem at the field it names, or on top of the page when none of the page's fields is meant. */
public final class Faults {

    private Faults() {}

    public static FacesMessage message(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text);
    }

    /** Shows one of several problems that an action found by itself. */
    public static void show(Problem problem) {
        show(FacesContext.getCurrentInstance(), problem);
    }

    /** The refusal, and where several things are at fault each of them. */
    static void show(FacesContext context, Problem problem) {
        if (problem.faults().stream().noneMatch(fault -> alike(fault, problem))) {
            showOne(context, problem);
        }
        problem.faults().forEach(fault -> showOne(context, fault));
    }

    private static boolean alike(Problem one, Problem other) {
        return one.code().equals(other.code()) && one.arguments().equals(other.arguments());
    }

    private static void showOne(FacesContext context, Problem problem) {
        var message = message(ProblemTexts.text(problem, context.getViewRoot().getLocale()));
        var pointer = problem.field();
        if (pointer == null || !(inRow(context, pointer, message) || inForm(context, pointer, message))) {
            context.addMessage(null, message);
        }
    }

    /** The field {@code /lines/2/kbk} is the input {@code kbk} in the third row of what repeats itself as {@code lines}, or by any name. */
    private static boolean inRow(FacesContext context, String pointer, FacesMessage message) {
        if (!pointer.matches(".*/\\d+/[^/]+")) {
            return false;
        }
        var path = pointer.replace('/', ':');
        var inRow = path.substring(path.lastIndexOf(':', path.lastIndexOf(':') - 1));
        return marked(context, path, message) || marked(context, inRow, message);
    }

    private static boolean marked(FacesContext context, String end, FacesMessage message) {
        return input(
                context,
                component -> component.getClientId(context).endsWith(end),
                component -> mark(context, component, message));
    }

    /** The field {@code /organisation/inn} of a command is the input {@code organisationInn} of the form, or {@code inn}. */
    private static boolean inForm(FacesContext context, String pointer, FacesMessage message) {
        var whole = new StringBuilder();
        for (var part : pointer.substring(1).split("/", -1)) {
            whole.append(
                    whole.isEmpty() || part.isEmpty()
                            ? part
                            : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return Stream.of(whole.toString(), pointer.substring(pointer.lastIndexOf('/') + 1))
                .anyMatch(id -> input(
                        context,
                        component -> id.equals(component.getId()),
                        component -> mark(context, component, message)));
    }

    private static void mark(FacesContext context, UIComponent field, FacesMessage message) {
        // what is not valid is drawn as it was sent, and that is gone once the bean has it
        if (field instanceof UISelectMany many && many.getValue() instanceof Collection<?> ticked) {
            many.setSubmittedValue(ticked.stream().map(String::valueOf).toArray(String[]::new));
        } else if (field instanceof UIInput typed && typed.getSubmittedValue() == null) {
            typed.setSubmittedValue(text(context, typed));
        }
        if (field instanceof EditableValueHolder holder) {
            holder.setValid(false); // last, for an invalid input tells no value
        }
        context.addMessage(field.getClientId(context), message);
    }

    @SuppressWarnings("unchecked") // Faces hands converters out without their types
    private static @Nullable String text(FacesContext context, UIInput field) {
        var value = field.getValue();
        if (value == null) {
            return null;
        }
        Converter<Object> converter = field.getConverter() == null
                ? context.getApplication().createConverter(value.getClass())
                : field.getConverter();
        return converter == null ? value.toString() : converter.getAsString(context, field, value);
    }

    /**
     * Does something with an input of the form that was sent, while it stands in its row: what is set on a repeated input
     * holds for the row it is visited in.
     *
     * @return whether there is one
     */
    private static boolean input(FacesContext context, Predicate<UIComponent> wanted, Consumer<UIComponent> then) {
        var found = new AtomicBoolean();
        context.getViewRoot().visitTree(VisitContext.createVisitContext(context), (visit, component) -> {
            if (component instanceof UIForm form && !form.isSubmitted()) {
                return VisitResult.REJECT;
            }
            if (component instanceof EditableValueHolder && wanted.test(component)) {
                found.set(true);
                then.accept(component);
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found.get();
    }
}
