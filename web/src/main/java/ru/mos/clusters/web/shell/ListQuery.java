package ru.mos.clusters.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.web.rest.Cursors;

/**
 * What the address of the page asks for: filters, order, page, date. A list keeps its whole state there, so that it can
 * be sent to a colleague; what cannot be read is shown at its filter and the list stays empty until it is mended.
 */
@Named("query")
@RequestScoped
public class ListQuery {

    private static final int USUAL_SIZE = 50;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_PLACE = 6_000;
    private static final List<String> LASTING = List.of("sort", "size", "hide");
    private static final Set<String> SUBJECT = Set.of("id", "inn", "tab", "code");
    private static final Set<String> PLACE = Set.of("page", "back", "from", "export");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Cursors cursors;

    private final Map<String, List<String>> asked = new LinkedHashMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    @PostConstruct
    void read() {
        var address = request.getQueryString();
        if (address != null) {
            var names = names(address);
            request.getParameterMap().forEach((name, values) -> {
                if (names.contains(name)) { // a post brings the fields of its form besides
                    int longest = PLACE.contains(name) ? LONGEST_PLACE : LONGEST_TEXT;
                    asked.put(
                            name,
                            Arrays.stream(values)
                                    .map(value -> clean(value, longest))
                                    .toList());
                }
            });
        }
    }

    private static Set<String> names(String address) {
        return Arrays.stream(address.split("&", -1))
                .map(pair -> pair.split("=", 2)[0])
                .collect(Collectors.toSet());
    }

    private static String clean(String text, int longest) {
        var printable = text.codePoints()
                .filter(c -> c >= 0x20 && c != 0x7f)
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return printable.strip();
    }

    /** What was typed into a filter, for showing it again. */
    public String value(String name) {
        var values = asked.get(name);
        return values == null ? "" : values.get(0);
    }

    /** Everything asked for under one name, in the order of the address. */
    public List<String> values(String name) {
        return asked.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The fault of a filter, or null. */
    public @Nullable String fault(String name) {
        return faults.get(name);
    }

    /** Whether some filter cannot be read. */
    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    /** Whether anything but place and order is asked for. */
    public boolean isFiltered() {
        return asked.entrySet().stream()
                .anyMatch(entry -> !PLACE.contains(entry.getKey())
                        && !LASTING.contains(entry.getKey())
                        && !SUBJECT.contains(entry.getKey())
                        && !entry.getValue().get(0).isEmpty());
    }

    /** A filter's text. */
    public Optional<String> text(String name) {
        return Optional.of(value(name)).filter(text -> !text.isEmpty());
    }

    /** A filter's date, written in either language's manner. */
    public Optional<LocalDate> date(String name) {
        return read(name, DateConverter::parse);
    }

    /** A date filter as people read it, however it stands in the address; what is no date stays as it is. */
    public String day(String name) {
        var text = value(name);
        return text.matches("\\d{4}-\\d{2}-\\d{2}")
                ? date(name).map(Functions::show).orElse(text)
                : text;
    }

    /** The date the page speaks of: {@code asOf}, else today. */
    public LocalDate asOf(LocalDate today) {
        return date("asOf").orElse(today);
    }

    /** A filter with fixed answers; an unknown one is as none. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name)
                .flatMap(text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findAny());
    }

    /** A filter of another type; the reader throws a {@link Problem} for what it cannot read. */
    public <T> Optional<T> read(String name, Function<String, T> reader) {
        try {
            return text(name).map(reader);
        } catch (Problem problem) {
            faults.put(name, ProblemTexts.text(problem, Language.current()));
            return Optional.empty();
        }
    }

    /** A filter that is a year of this century. */
    public Optional<Integer> year(String name) {
        return read(name, text -> {
            if (!text.matches("20\\d\\d")) {
                throw new Problem(PlatformProblem.YEAR_MALFORMED, text);
            }
            return Integer.valueOf(text);
        });
    }

    /** The order asked for: {@code sort=NAME}, or {@code sort=-NAME} from the end. */
    public <E extends Enum<E>> Sort<E> sort(E usual) {
        return sort(usual, false);
    }

    /** The same where the usual order may be from the end. */
    public <E extends Enum<E>> Sort<E> sort(E usual, boolean descending) {
        var text = value("sort");
        boolean fromEnd = text.startsWith("-");
        var name = fromEnd ? text.substring(1) : text;
        return Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findAny()
                .map(by -> new Sort<>(by, fromEnd))
                .orElse(new Sort<>(usual, descending));
    }

    /** A list that loads its rows when they are shown. */
    public <T> LazyTable<T> table(Function<PageRequest, Slice<T>> rows, LongSupplier count) {
        return new LazyTable<>(this, rows, () -> new LazyTable.Count(count.getAsLong(), false));
    }

    /** The same for a list too long to be counted to its end. */
    public <T> LazyTable<T> longTable(Function<PageRequest, Slice<T>> rows, Supplier<LazyTable.Count> count) {
        return new LazyTable<>(this, rows, count);
    }

    int size() {
        return LazyTable.SIZES.contains(value("size")) ? Integer.parseInt(value("size")) : USUAL_SIZE;
    }

    PageRequest page() {
        var page = value("page");
        return new PageRequest(size(), page.isEmpty() ? List.of() : cursors.read(list(), page));
    }

    private String list() {
        return String.join(" ", request.getServletPath(), value("tab"), value("sort"));
    }

    /** Position of the page's first row, counted from 1. */
    long from() {
        try {
            return Math.max(1, Long.parseLong(value("from")));
        } catch (NumberFormatException absent) {
            return 1;
        }
    }

    /** The address of the page that follows. */
    @Nullable
    String next(@Nullable List<String> key) {
        if (key == null) {
            return null;
        }
        var back = new ArrayList<>(back());
        if (!value("page").isEmpty()) {
            back.add(value("page"));
        }
        while (String.join(".", back).length() > LONGEST_PLACE) {
            back.remove(0); // names as long as the law allows: the address forgets the pages furthest back
        }
        return at(cursors.write(list(), key), back, from() + size());
    }

    /** The address of the page before, as far as the address remembers; the first page where it does not. */
    @Nullable
    String previous() {
        if (value("page").isEmpty()) {
            return null;
        }
        var back = back();
        if (back.isEmpty()) {
            return at(null, List.of(), 1);
        }
        return at(back.get(back.size() - 1), back.subList(0, back.size() - 1), Math.max(1, from() - size()));
    }

    private List<String> back() {
        var back = value("back");
        return back.isEmpty() ? List.of() : List.of(back.split("\\.", -1));
    }

    private String at(@Nullable String page, List<String> back, long from) {
        var now = here();
        if (page != null) {
            now.put("page", List.of(page));
            now.put("from", List.of(Long.toString(from)));
            if (!back.isEmpty()) {
                now.put("back", List.of(String.join(".", back)));
            }
        }
        return address(now);
    }

    /** This page's address from its beginning, with one thing asked differently; null takes it away. */
    public String with(String name, @Nullable Object value) {
        var now = here();
        if (value == null || value.toString().isEmpty()) {
            now.remove(name);
        } else {
            now.put(name, List.of(value.toString()));
        }
        return address(now);
    }

    /** This page's address without filters: only order, page size, columns and what the form keeps besides. */
    public String unfiltered(@Nullable String names) {
        var now = here();
        now.keySet().retainAll(lasting(names));
        return address(now);
    }

    /** Order and page size, which a new search keeps, and what the form names besides. */
    public List<Map.Entry<String, String>> kept(@Nullable String names) {
        return lasting(names).stream()
                .filter(name -> !value(name).isEmpty())
                .map(name -> Map.entry(name, value(name)))
                .toList();
    }

    private static List<String> lasting(@Nullable String names) {
        var lasting = new ArrayList<>(LASTING);
        if (names != null && !names.isEmpty()) {
            lasting.addAll(List.of(names.split(" ", -1)));
        }
        return lasting;
    }

    private Map<String, List<String>> here() {
        var now = new LinkedHashMap<>(asked);
        now.keySet().removeAll(PLACE);
        now.values().removeIf(values -> values.stream().allMatch(String::isEmpty));
        return now;
    }

    private String address(Map<String, List<String>> parameters) {
        var query = parameters.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> entry.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        var path = request.getContextPath() + request.getServletPath();
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** {@code ascending} or {@code descending} where the list is ordered by this, else null. */
    @Nullable
    String direction(String column, String usual) {
        var sort = value("sort").isEmpty() ? usual : value("sort");
        return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : null;
    }

    /** Columns the reader has put away. */
    Set<String> hidden() {
        return Arrays.stream(value("hide").split(",", -1)).collect(Collectors.toSet());
    }
}
