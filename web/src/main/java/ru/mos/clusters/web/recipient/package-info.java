/** What goes to the tax service's register of recipients of support, at both doors: files, answers, and the directory of codes. */
@NullMarked
package ru.mos.clusters.web.recipient;

import org.jspecify.annotations.NullMarked;
