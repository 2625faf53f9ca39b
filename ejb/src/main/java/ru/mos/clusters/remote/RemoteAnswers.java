package ru.mos.clusters.remote;

import java.util.Locale;
import java.util.function.Supplier;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;

/** How a service's refusal leaves by the remote door. */
final class RemoteAnswers {

    private RemoteAnswers() {}

    /** The answer, or the refusal in that language. */
    static <T> T answered(Locale locale, Supplier<T> work) throws RemoteProblem {
        try {
            return work.get();
        } catch (Problem problem) {
            throw new RemoteProblem(problem.code().slug(), ProblemTexts.text(problem, locale));
        }
    }

    /** The language asked for, or the one we have instead. */
    static Locale language(String tag) {
        return ProblemTexts.supported(Locale.forLanguageTag(tag));
    }
}
