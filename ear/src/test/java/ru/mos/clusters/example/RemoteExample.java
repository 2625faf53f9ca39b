package ru.mos.clusters.example;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.io.PrintStream;
import java.util.Properties;
import javax.naming.AuthenticationException;
import javax.naming.Context;
import javax.naming.InitialContext;
import ru.mos.clusters.remote.ClusterSupport;
import ru.mos.clusters.remote.Grants;
import ru.mos.clusters.remote.RemoteProblem;

/**
 * A program of another department: asks over EJB for an enterprise and for a cluster's verdict, or for open calls, agreements and
 * payments.
 *
 * <p>Needs {@code clusters-ejb-client.jar} and {@code org.wildfly:wildfly-client-all}, nothing else. Over a network use
 * {@code https}: the password travels with each call.
 */
public final class RemoteExample {

    private static final int A_FEW = 10;

    private RemoteExample() {}

    /**
     * Arguments: address such as {@code http://127.0.0.1:8080/}, login, password, then INN and code of a cluster, or code of a
     * call. Ends with 0, or with 1 when refused.
     */
    public static void main(String[] arguments) throws Exception {
        var url = arguments[0];
        boolean answered = arguments.length == 4
                ? tell(connect(Grants.class, url, arguments[1], arguments[2]), arguments[3], System.out)
                : tell(
                        connect(ClusterSupport.class, url, arguments[1], arguments[2]),
                        arguments[3],
                        arguments[4],
                        System.out);
        System.exit(answered ? 0 : 1);
    }

    /** One of the services, called as the user. */
    public static <T> T connect(Class<T> service, String url, String login, String password) throws Exception {
        var where = new Properties();
        where.put(Context.INITIAL_CONTEXT_FACTORY, "org.wildfly.naming.client.WildFlyInitialContextFactory");
        where.put(Context.PROVIDER_URL, url + "wildfly-services");
        where.put(Context.SECURITY_PRINCIPAL, login);
        where.put(Context.SECURITY_CREDENTIALS, password);
        var name = "ejb:clusters/clusters-ejb/" + service.getSimpleName() + "!" + service.getName();
        return service.cast(new InitialContext(where).lookup(name));
    }

    /** Something asked of a service. */
    private interface Question {
        void ask() throws RemoteProblem;
    }

    /** Asks for an enterprise and a verdict and prints the answers. @return false: refused, and why is printed */
    public static boolean tell(ClusterSupport service, String inn, String cluster, PrintStream out) {
        return asked(out, () -> {
            var entity = service.entity(inn, null);
            out.println(entity.inn() + " " + entity.name() + ": " + entity.status() + " " + entity.category());
            var verdict = service.verdict(cluster, null, "ru");
            out.println(verdict.cluster() + ": " + verdict.outcome() + ". " + verdict.explanation());
            verdict.conditions()
                    .forEach(one -> out.println("  " + one.rule() + " " + one.outcome() + ": " + one.explanation()));
            out.println("digest " + verdict.digest());
        });
    }

    /** Asks for open calls, one call, the latest agreements and what was paid on them, and prints the answers. */
    public static boolean tell(Grants service, String call, PrintStream out) {
        return asked(out, () -> {
            service.openCalls("ru")
                    .forEach(open -> out.println("open " + open.code() + " until " + open.intakeUntil()));
            var one = service.call(call, "ru");
            out.println(one.code() + ": " + one.state() + " " + one.phase() + ", " + one.money());
            for (var listed : service.agreements(A_FEW, null).agreements()) {
                var agreement = service.agreement(listed.id());
                out.println("agreement " + agreement.number() + " on " + agreement.call() + ": " + agreement.state()
                        + ", " + agreement.amount() + ", paid " + agreement.paid());
                agreement
                        .instalments()
                        .forEach(part ->
                                out.println("  " + part.position() + " from " + part.dueOn() + ": " + part.amount()));
                service.payments(agreement.id())
                        .forEach(paid -> out.println("  payment of " + paid.position() + " to " + paid.payee() + ": "
                                + paid.amount() + " " + paid.state()));
            }
        });
    }

    private static boolean asked(PrintStream out, Question question) {
        try {
            question.ask();
            return true;
        } catch (RemoteProblem refused) {
            out.println(refused.code() + ": " + refused.getMessage());
        } catch (EJBAccessException forbidden) {
            out.println("forbidden-role: this login may not ask");
        } catch (EJBException failed) {
            if (!(failed.getCause() instanceof AuthenticationException)) {
                throw failed;
            }
            out.println("log-in-refused: wrong login or password");
        }
        return false;
    }
}
