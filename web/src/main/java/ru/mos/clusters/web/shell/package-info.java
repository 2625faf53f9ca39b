/**
 * What all screens share: language and texts, forms of numbers and dates, the menu, lists whose state is their address,
 * problems shown where they belong, and the pages for what went wrong.
 *
 * <p>A page of a capability uses the template {@code /WEB-INF/templates/page.xhtml} and the tags of namespace {@code
 * clusters}; its bean uses {@link ListQuery}, {@link LazyTable}, {@link Messages} and {@link Redirect}. Nothing here knows
 * a capability, save the addresses in {@link Menu} and {@link Subjects}.
 */
@NullMarked
package ru.mos.clusters.web.shell;

import org.jspecify.annotations.NullMarked;
