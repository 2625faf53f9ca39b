package ru.mos.clusters.outside;

import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.mos.clusters.TestSession;

/** A test of the product as other programs meet it: the EAR exactly as built, reached by its doors alone. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
abstract class FromOutside {

    /** Where the application answers, ended by a slash. */
    static final String URL = System.getProperty("clusters.url");

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("clusters.ear")));
    }

    /** Makes demo users where they are missing: the login without its digits is the role, the password {@code demo}. */
    static void given(String... logins) throws Exception {
        try (var connection = TestSession.superuser();
                var user = connection.prepareStatement("""
                        insert into platform.app_user (login, name, password)
                        values (?, ?, public.crypt('demo', public.gen_salt('bf', 4))) on conflict do nothing""");
                var role = connection.prepareStatement(
                        "insert into platform.user_role (login, role) values (?, ?) on conflict do nothing")) {
            for (var login : logins) {
                user.setString(1, login);
                user.setString(2, login);
                user.executeUpdate();
                role.setString(1, login);
                role.setString(2, login.replaceAll("\\d", ""));
                role.executeUpdate();
            }
        }
    }
}
