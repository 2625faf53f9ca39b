package ru.mos.clusters.web.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/** Adds the problem answers to every operation of the OpenAPI document: they are the same everywhere. */
public class ProblemResponses implements OASFilter {

    private static final List<String> ALWAYS = List.of("400", "401", "403", "404", "405", "409", "422", "503");

    @Override
    public Operation filterOperation(Operation operation) {
        for (var status : ALWAYS) {
            if (operation.getResponses() == null || operation.getResponses().getAPIResponse(status) == null) {
                if (operation.getResponses() == null) {
                    operation.setResponses(OASFactory.createAPIResponses());
                }
                operation
                        .getResponses()
                        .addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/Problem"));
            }
        }
        return operation;
    }
}
