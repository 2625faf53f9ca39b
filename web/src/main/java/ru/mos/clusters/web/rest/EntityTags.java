package ru.mos.clusters.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.io.File;

/** Every single thing carries an entity tag: its version where the resource says one, else the digest of its content. */
@Provider
public class EntityTags implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var entity = response.getEntity();
        boolean single = entity != null
                && response.getStatus() < 300
                && !(entity instanceof ListAnswer
                        || entity instanceof StreamingOutput
                        || entity instanceof CharSequence);
        if (!single || response.getHeaders().containsKey(HttpHeaders.ETAG)) {
            return;
        }
        var content = entity instanceof File file ? file.getName() : entity;
        response.getHeaders().putSingle(HttpHeaders.ETAG, Versions.digest(content));
    }
}
