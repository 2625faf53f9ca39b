/**
 * Open data: what the public may know of grants, clusters and who owns them, in the standards of the field. A person of the department
 * prepares a publication: everything is written into files from the database, held to the public schemas and searched for what looks
 * like a person. Another person, a chief, publishes it; a fault stops it, and what looks like a person must be answered for. Each
 * publication keeps its number, its files and their digests.
 *
 * <p>Enter through {@link ru.mos.clusters.opendata.Publications}; {@link ru.mos.clusters.opendata.OpenData} is the door without log-in.
 *
 * <p>No private person is told of. Entrepreneurs and the self-employed are counted by sector and category, and no number of fewer than
 * a few of them is told, nor can it be worked out. Of owners only organisations are told: stakes of persons are left out altogether,
 * so that shares of a company need not add up to the whole.
 *
 * <p>Organisations are named by {@code RU-INN-} and their taxpayer number, grants by the publisher's prefix and the number of the
 * agreement. What was disbursed is what was paid and has not come back, as the ledger says.
 *
 * <p>Sources: 360Giving Data Standard 1.4; Beneficial Ownership Data Standard 0.4; W3C Tabular Data on the Web; methodical
 * recommendations on the publication of open data by public bodies, edition 3.0 (passport of a data set).
 */
@NullMarked
package ru.mos.clusters.opendata;

import org.jspecify.annotations.NullMarked;
