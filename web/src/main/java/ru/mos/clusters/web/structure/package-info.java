/** The structure of the programme as a picture, as a table and over REST. */
@NullMarked
package ru.mos.clusters.web.structure;

import org.jspecify.annotations.NullMarked;
