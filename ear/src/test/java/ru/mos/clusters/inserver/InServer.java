package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.annotation.Resource;
import java.io.File;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.evidence.PasswordGuessEvidence;
import ru.mos.clusters.platform.ProblemTranslator;

/**
 * A test inside the server: the EAR as built, with the test classes beside it. Services are injected; {@link #as} calls
 * them as a demo user through the real realm and password.
 */
@ExtendWith(ArquillianExtension.class)
abstract class InServer {

    @Resource(lookup = "java:jboss/datasources/ClustersOwnerDS")
    DataSource owner;

    @Deployment
    static EnterpriseArchive ear() {
        var tests = ShrinkWrap.create(WebArchive.class, "it.war")
                .addPackages(false, InServer.class.getPackage())
                .addPackages(true, "org.assertj.core", "net.bytebuddy")
                .addAsWebInfResource(new StringAsset("<beans/>"), "beans.xml")
                .addAsManifestResource(
                        new StringAsset("Manifest-Version: 1.0\nDependencies: org.wildfly.security.elytron,"
                                + " org.postgresql.jdbc, com.fasterxml.jackson.core.jackson-databind\n"),
                        "MANIFEST.MF");
        var fixtures = new File("src/test/resources/fns");
        if (fixtures.isDirectory()) {
            for (var file : fixtures.listFiles()) {
                tests.addAsResource(file, "fns/" + file.getName());
            }
        }
        var ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("clusters.ear")));
        ear.delete("META-INF/application.xml");
        ear.setApplicationXML(new StringAsset("""
                <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
                  <application-name>clusters</application-name>
                  <module><ejb>clusters-ejb.jar</ejb></module>
                  <module><web><web-uri>clusters-web.war</web-uri><context-root>/</context-root></web></module>
                  <module><web><web-uri>it.war</web-uri><context-root>/it</context-root></web></module>
                  <library-directory>lib</library-directory>
                </application>"""));
        return ear.addAsModule(Testable.archiveToTest(tests));
    }

    /** Calls as the user, whose password is that of all demo users. */
    static <T> T as(String login, Callable<T> work) throws Exception {
        given(login);
        return SecurityDomain.getCurrent()
                .authenticate(login, new PasswordGuessEvidence("demo".toCharArray()))
                .runAs(work);
    }

    /** Makes the user if there is none: the login without its digits is the role. */
    static void given(String login) throws Exception {
        DataSource owner = javax.naming.InitialContext.doLookup("java:jboss/datasources/ClustersOwnerDS");
        try (var connection = owner.getConnection();
                var user = connection.prepareStatement("insert into platform.app_user (login, name, password)"
                        + " values (?, ?, public.crypt('demo', public.gen_salt('bf', 4))) on conflict do nothing");
                var role = connection.prepareStatement(
                        "insert into platform.user_role (login, role) values (?, ?) on conflict do nothing")) {
            user.setString(1, login);
            user.setString(2, login);
            user.executeUpdate();
            role.setString(1, login);
            role.setString(2, login.replaceAll("\\d", ""));
            role.executeUpdate();
        }
    }

    /** The call is refused with exactly this problem. */
    static void assertProblem(String slug, ThrowingCallable call) {
        var failure = catchThrowable(call);
        assertThat(failure).as("nothing was refused").isNotNull();
        assertThat(ProblemTranslator.translate(failure))
                .as(failure.toString())
                .hasValueSatisfying(problem -> assertThat(problem.code().slug()).isEqualTo(slug));
    }

    /** The result of a query as the schema's owner. */
    String one(String query) throws Exception {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
