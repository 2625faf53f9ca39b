package ru.mos.clusters.web.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds to every operation of the OpenAPI document what holds of all: the problem answers and {@code Idempotency-Key}. */
public class ProblemResponses implements OASFilter {

    private static final List<String> ALWAYS = List.of("400", "401", "403", "404", "405", "406", "409", "422", "503");
    private static final List<String> WITH_BODY = List.of("413", "415");
    private static final List<String> WITH_VERSION = List.of("412", "428");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().forEach(ProblemResponses::complete));
    }

    private static void complete(HttpMethod method, Operation operation) {
        add(operation, ALWAYS);
        if (!method.equals(HttpMethod.GET)) {
            add(operation, WITH_BODY);
            operation.addParameter(OASFactory.createParameter()
                    .name("Idempotency-Key")
                    .in(Parameter.In.HEADER)
                    .description("The same key with the same request: the same answer, and nothing happens twice")
                    .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(255)));
        }
        boolean versioned = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
        if (versioned) {
            add(operation, WITH_VERSION);
        }
    }

    private static void add(Operation operation, List<String> statuses) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        var responses = operation.getResponses();
        statuses.stream()
                .filter(status -> responses.getAPIResponse(status) == null)
                .forEach(status -> responses.addAPIResponse(
                        status, OASFactory.createAPIResponse().ref("#/components/responses/Problem")));
    }
}
