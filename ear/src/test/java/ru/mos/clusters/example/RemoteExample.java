package ru.mos.clusters.example;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.io.PrintStream;
import java.util.Properties;
import javax.naming.AuthenticationException;
import javax.naming.Context;
import javax.naming.InitialContext;
import ru.mos.clusters.remote.ClusterSupport;
import ru.mos.clusters.remote.RemoteProblem;

/**
 * A program of another department: asks for an enterprise and for a cluster's verdict over EJB.
 *
 * <p>Needs {@code clusters-ejb-client.jar} and {@code org.wildfly:wildfly-client-all}, nothing else. Over a network use
 * {@code https}: the password travels with each call.
 */
public final class RemoteExample {

    private static final String BEAN = "ejb:clusters/clusters-ejb/ClusterSupport!" + ClusterSupport.class.getName();

    private RemoteExample() {}

    /**
     * Arguments: address such as {@code http://127.0.0.1:8080/}, login, password, INN, code of a cluster. Ends with 0, or
     * with 1 when refused.
     */
    public static void main(String[] arguments) throws Exception {
        var service = connect(arguments[0], arguments[1], arguments[2]);
        System.exit(tell(service, arguments[3], arguments[4], System.out) ? 0 : 1);
    }

    /** The service, called as the user. */
    public static ClusterSupport connect(String url, String login, String password) throws Exception {
        var where = new Properties();
        where.put(Context.INITIAL_CONTEXT_FACTORY, "org.wildfly.naming.client.WildFlyInitialContextFactory");
        where.put(Context.PROVIDER_URL, url + "wildfly-services");
        where.put(Context.SECURITY_PRINCIPAL, login);
        where.put(Context.SECURITY_CREDENTIALS, password);
        return (ClusterSupport) new InitialContext(where).lookup(BEAN);
    }

    /** Asks both questions and prints the answers. @return false: refused, and why is printed */
    public static boolean tell(ClusterSupport service, String inn, String cluster, PrintStream out) {
        try {
            var entity = service.entity(inn, null);
            out.println(entity.inn() + " " + entity.name() + ": " + entity.status() + " " + entity.category());
            var verdict = service.verdict(cluster, null, "ru");
            out.println(verdict.cluster() + ": " + verdict.outcome() + ". " + verdict.explanation());
            verdict.conditions()
                    .forEach(one -> out.println("  " + one.rule() + " " + one.outcome() + ": " + one.explanation()));
            out.println("digest " + verdict.digest());
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
