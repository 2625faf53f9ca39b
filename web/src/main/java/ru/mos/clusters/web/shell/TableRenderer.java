package ru.mos.clusters.web.shell;

import jakarta.faces.component.UIColumn;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIData;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.FacesRenderer;
import jakarta.faces.render.Renderer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A real table: caption, column headers that say how they are sorted and are links to another order, cells. Written by
 * hand because the standard one cannot mark the sorted column for those who hear the page.
 */
@FacesRenderer(componentFamily = UIData.COMPONENT_FAMILY, rendererType = "clusters.Table")
public class TableRenderer extends Renderer<UIData> {

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeBegin(FacesContext context, UIData table) throws IOException {
        var out = context.getResponseWriter();
        var query = (ListQuery) table.getAttributes().get("query");
        var columns = columns(table);
        if (query != null && columns.stream().anyMatch(column -> text(column, "name") != null)) {
            chooser(out, query, columns);
        }
        out.startElement("div", table);
        out.writeAttribute("class", "scroll", null);
        out.startElement("table", table);
        out.writeAttribute("id", table.getClientId(context), "id");
        out.startElement("caption", table);
        out.writeAttribute("class", "sr", null);
        out.writeText(String.valueOf(table.getAttributes().get("title")), null);
        out.endElement("caption");
        out.startElement("thead", table);
        out.startElement("tr", table);
        for (var column : shown(columns, query)) {
            header(out, column, query, text(table, "usual"));
        }
        out.endElement("tr");
        out.endElement("thead");
    }

    private static void header(ResponseWriter out, UIColumn column, @Nullable ListQuery query, @Nullable String usual)
            throws IOException {
        var sort = text(column, "sort");
        var direction = query == null || sort == null ? null : query.direction(sort, usual == null ? "" : usual);
        out.startElement("th", column);
        out.writeAttribute("scope", "col", null);
        if (figure(column)) {
            out.writeAttribute("class", "num", null);
        }
        if (direction != null) {
            out.writeAttribute("aria-sort", direction, null);
        }
        if (query != null && sort != null) {
            out.startElement("a", column);
            out.writeAttribute("href", query.with("sort", "ascending".equals(direction) ? "-" + sort : sort), null);
            out.writeText(String.valueOf(text(column, "heading")), null);
            if (direction != null) {
                out.startElement("span", column);
                out.writeAttribute("aria-hidden", "true", null);
                out.writeText("ascending".equals(direction) ? " ▲" : " ▼", null);
                out.endElement("span");
            }
            out.endElement("a");
        } else {
            var header = text(column, "heading");
            out.writeText(header == null ? "" : header, null);
        }
        out.endElement("th");
    }

    @Override
    public void encodeChildren(FacesContext context, UIData table) throws IOException {
        var out = context.getResponseWriter();
        var columns = shown(columns(table), (ListQuery) table.getAttributes().get("query"));
        out.startElement("tbody", table);
        table.setRowIndex(0);
        for (int row = 1; table.isRowAvailable(); row++) {
            out.startElement("tr", table);
            var rowClass = text(table, "rowClass");
            if (rowClass != null && !rowClass.isEmpty()) {
                out.writeAttribute("class", rowClass, null);
            }
            for (var column : columns) {
                out.startElement("td", column);
                if (figure(column)) {
                    out.writeAttribute("class", "num", null);
                }
                if (column.getChildCount() == 0) {
                    out.writeText(Functions.show(column.getAttributes().get("shown")), null);
                }
                for (var child : column.getChildren()) {
                    child.encodeAll(context);
                }
                out.endElement("td");
            }
            out.endElement("tr");
            table.setRowIndex(row);
        }
        table.setRowIndex(-1);
        out.endElement("tbody");
    }

    @Override
    public void encodeEnd(FacesContext context, UIData table) throws IOException {
        var out = context.getResponseWriter();
        out.endElement("table");
        out.endElement("div");
    }

    /** "Columns": which of those with a name to show; a link each, as the choice is part of the address. */
    private static void chooser(ResponseWriter out, ListQuery query, List<UIColumn> columns) throws IOException {
        var locale = Language.current();
        out.startElement("details", null);
        out.writeAttribute("class", "columns", null);
        out.startElement("summary", null);
        out.writeText(Texts.text("list.columns", locale), null);
        out.endElement("summary");
        out.startElement("ul", null);
        for (var column : columns) {
            var name = text(column, "name");
            if (name != null) {
                boolean hidden = query.hidden().contains(name);
                out.startElement("li", null);
                out.startElement("a", null);
                out.writeAttribute("href", query.with("hide", toggled(query.hidden(), name)), null);
                out.startElement("span", null);
                out.writeAttribute("aria-hidden", "true", null);
                out.writeText(hidden ? "☐ " : "☑ ", null);
                out.endElement("span");
                out.writeText(
                        Texts.with(locale, hidden ? "list.showColumn" : "list.hideColumn", text(column, "heading")),
                        null);
                out.endElement("a");
                out.endElement("li");
            }
        }
        out.endElement("ul");
        out.endElement("details");
    }

    private static String toggled(Set<String> hidden, String name) {
        var now = new TreeSet<>(hidden);
        now.remove("");
        if (!now.remove(name)) {
            now.add(name);
        }
        return String.join(",", now);
    }

    private static List<UIColumn> columns(UIData table) {
        var columns = new ArrayList<UIColumn>();
        for (var child : table.getChildren()) {
            if (child instanceof UIColumn column && column.isRendered()) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static List<UIColumn> shown(List<UIColumn> columns, @Nullable ListQuery query) {
        return query == null
                ? columns
                : columns.stream()
                        .filter(column -> {
                            var name = text(column, "name");
                            return name == null || !query.hidden().contains(name);
                        })
                        .collect(Collectors.toList());
    }

    private static boolean figure(UIColumn column) {
        return "true".equals(text(column, "figure"));
    }

    private static @Nullable String text(UIComponent component, String name) {
        var value = component.getAttributes().get(name);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }
}
