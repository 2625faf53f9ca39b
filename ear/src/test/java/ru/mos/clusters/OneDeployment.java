package ru.mos.clusters;

import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;

/**
 * Test classes that inherit their deployment from the same parent meet one deployment of it: the application is deployed
 * when the first of them begins and taken away when a class of another parent, or nothing, follows. Deploying takes longer
 * than most classes do.
 */
public class OneDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Keeper.class);
    }

    /** Keeps what is deployed from class to class. */
    public static class Keeper {

        @Inject
        @ClassScoped
        private InstanceProducer<DeploymentScenario> current;

        @Inject
        private Event<UnDeployManagedDeployments> taking;

        private Class<?> parent;
        private DeploymentScenario deployed;
        private boolean changing;

        /** Another class of the same parent is given what is deployed already. */
        public void generate(@Observes(precedence = 1) EventContext<GenerateDeployment> context) {
            var asked = context.getEvent().getTestClass().getJavaClass().getSuperclass();
            if (deployed != null && asked.equals(parent)) {
                current.set(deployed);
                return;
            }
            if (deployed != null) {
                current.set(deployed);
                changing = true;
                taking.fire(new UnDeployManagedDeployments());
                changing = false;
            }
            deployed = null;
            context.proceed();
            parent = asked;
        }

        /** Deploys what is not there yet. */
        public void deploy(@Observes(precedence = 1) EventContext<DeployManagedDeployments> context) {
            if (deployed == null) {
                context.proceed();
                deployed = current.get();
            }
        }

        /** The end of a class takes nothing away. */
        public void undeploy(@Observes(precedence = 1) EventContext<UnDeployManagedDeployments> context) {
            if (changing) {
                context.proceed();
            }
        }
    }
}
