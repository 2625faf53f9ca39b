package ru.mos.clusters.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST application; resources say {@code v1/…} in their path, so that all below {@code /api} answers alike. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Cluster Support",
                        version = "1.0",
                        description = "Register of SMEs, clusters, eligibility verdicts."),
        security = {@SecurityRequirement(name = "basic"), @SecurityRequirement(name = "bearer")},
        components =
                @Components(
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = "basic",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "basic"),
                            @SecurityScheme(
                                    securitySchemeName = "bearer",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    bearerFormat = "JWT",
                                    description = "Access token of the log-in provider, where one is configured")
                        },
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        description = "What is wrong, where, and what to do (RFC 9457)",
                                        content =
                                                @Content(
                                                        mediaType = ProblemDocument.MEDIA_TYPE,
                                                        schema = @Schema(implementation = ProblemDocument.class)))))
public class Api extends Application {}
