package ru.mos.clusters.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Takes unreadable JSON from RESTEasy, which brings a mapper of its own for it and answers in plain English. */
@Provider
public class UnreadableJson implements ExceptionMapper<JsonProcessingException> {

    @Context
    private Providers providers;

    @Override
    public Response toResponse(JsonProcessingException failure) {
        return providers.getExceptionMapper(Throwable.class).toResponse(failure);
    }
}
