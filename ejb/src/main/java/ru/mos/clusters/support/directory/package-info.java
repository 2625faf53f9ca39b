/**
 * The tax service's directory of forms and kinds of support: loaded from a file, all of it or nothing, and pointed to by our kinds. A
 * code that is not in it is used nowhere; the database sees to that.
 *
 * <p>Enter through {@link ru.mos.clusters.support.directory.RegisterDirectory}.
 *
 * <p>Source: order of the tax service on formats and directories of the register of recipients, domain facts 4.1 and 4.2.
 */
@NullMarked
package ru.mos.clusters.support.directory;

import org.jspecify.annotations.NullMarked;
