package ru.mos.clusters.web.shell;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * A page that answers a post gets a new nonce for its scripts, like any other page. The component library would repeat
 * the one of the page before, and refuse posts that do not send it, as those made without scripts.
 */
public class FreshNonce implements PhaseListener {

    private static final String NONCE = "primefaces.nonce";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        var context = event.getFacesContext();
        if (!context.isPostback()
                || context.getViewRoot() == null
                || context.getPartialViewContext().isAjaxRequest()) {
            return; // scripts of an answer without a page of its own run under the nonce of the page they are for
        }
        var map = context.getViewRoot().getViewMap(false);
        if (map != null) {
            map.remove(NONCE);
        }
        var external = context.getExternalContext();
        external.setRequest(new WithNonce((HttpServletRequest) external.getRequest()));
    }

    private static final class WithNonce extends HttpServletRequestWrapper {

        private final String nonce =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

        WithNonce(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return name.equals(NONCE) ? nonce : super.getParameter(name);
        }
    }
}
