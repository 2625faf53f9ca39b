/**
 * What came of what an agreement promises, plan beside fact: its results, and the orders, subcontracts and money that the large
 * enterprise brings which began the project. Each fact is told by a document that one person enters and another accepts; only
 * what is accepted counts.
 *
 * <p>Enter through {@link ru.mos.clusters.agreement.fulfilment.Fulfilments}. The plan is never stored here: results are promised
 * by the edition of the agreement in force, what the initiator brings by the edition of the project the agreement stands on. What
 * a missed result costs is up to {@link ru.mos.clusters.recovery recovery}.
 *
 * <p>Source: Budget Code, articles 78 and 78.1 (results of a subsidy are named in the agreement and reported on); draft Concept of
 * cluster policy, projects on the initiative of a large enterprise.
 */
@NullMarked
package ru.mos.clusters.agreement.fulfilment;

import org.jspecify.annotations.NullMarked;
