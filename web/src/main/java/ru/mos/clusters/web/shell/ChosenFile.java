package ru.mos.clusters.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ComponentSystemEvent;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;

/**
 * What a file field says of the file before the runtime looks at it: to the runtime a file without bytes is no file, so
 * it would call a required field empty and let an optional one pass without a word.
 */
@Named
@RequestScoped
public class ChosenFile {

    private static final int LONGEST_NAME = 200;

    /** Refuses a file that was chosen and holds nothing, at its field. */
    public void refuseEmpty(ComponentSystemEvent event) {
        var field = (UIInput) event.getComponent();
        if (field.getSubmittedValue() instanceof Part file && file.getSize() == 0 && isNamed(file)) {
            var context = FacesContext.getCurrentInstance();
            var problem = new Problem(ScreenProblem.FILE_WITHOUT_BYTES, file.getSubmittedFileName());
            field.setValid(false);
            context.addMessage(
                    field.getClientId(context),
                    Faults.message(
                            ProblemTexts.text(problem, context.getViewRoot().getLocale())));
        }
    }

    /** The file's own name: some browsers send the whole path. */
    public static String name(Part file, String otherwise) {
        var sent = String.valueOf(file.getSubmittedFileName());
        var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .codePoints()
                .filter(c -> c >= ' ' && c != 0x7f)
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return name.isBlank() ? otherwise : name;
    }

    private static boolean isNamed(Part file) {
        return file.getSubmittedFileName() != null
                && !file.getSubmittedFileName().isBlank();
    }
}
