/** The journal of consultations and visits of ГЦКР, on screens and over REST. */
@NullMarked
package ru.mos.clusters.web.consultation;

import org.jspecify.annotations.NullMarked;
