package ru.mos.clusters.call.council;

import java.io.Serializable;
import java.math.BigInteger;
import ru.mos.clusters.platform.Fraction;

/**
 * Whether enough members are there to vote.
 *
 * @param base of how many
 * @param there how many of them are there, or voted in writing
 * @param met whether that is enough
 */
public record Quorum(int base, int there, boolean met) implements Serializable {

    /**
     * For one application.
     *
     * @param inOffice all members that may vote on the day of the sitting
     * @param there how many of them take part
     * @param recusedThere how many of those may not vote on this application
     * @param recusedAway how many that do not take part might not either
     */
    static Quorum of(int inOffice, int there, int recusedThere, int recusedAway, Regulations rules) {
        int recused = recusedThere + recusedAway;
        return switch (rules.recused()) {
            case COUNTED -> measured(inOffice, there, rules);
            case ABSENT -> measured(inOffice, there - recusedThere, rules);
            case LEFT_OUT -> measured(inOffice - recused, there - recusedThere, rules);
        };
    }

    private static Quorum measured(int base, int there, Regulations rules) {
        if (base <= 0 || there <= 0) {
            return new Quorum(Math.max(base, 0), Math.max(there, 0), false);
        }
        int compared = new Fraction(BigInteger.valueOf(there), BigInteger.valueOf(base)).compareTo(rules.quorum());
        return new Quorum(base, there, rules.moreThan() ? compared > 0 : compared >= 0);
    }
}
