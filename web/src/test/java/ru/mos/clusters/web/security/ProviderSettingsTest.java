package ru.mos.clusters.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderSettingsTest {

    private static ProviderSettings of(Map<String, String> environment) {
        return ProviderSettings.of(name -> environment.getOrDefault(name, ""));
    }

    @Test
    void without_an_issuer_there_is_no_provider_and_without_a_client_none_for_people() {
        assertThat(of(Map.of("CLUSTERS_OIDC_CLIENT", "clusters")).takesTokens()).isFalse();
        assertThat(of(Map.of("CLUSTERS_OIDC_CLIENT", "clusters")).takesPeople()).isFalse();
        assertThat(of(Map.of("CLUSTERS_OIDC_ISSUER", "https://id.example/r")).takesTokens())
                .isTrue();
        assertThat(of(Map.of("CLUSTERS_OIDC_ISSUER", "https://id.example/r")).takesPeople())
                .isFalse();
    }

    @Test
    void words_of_the_provider_become_roles_and_others_are_passed_over() {
        var mapped = of(Map.of("CLUSTERS_OIDC_ROLES", "/staff/ДМСП = department, centre=gckr"));
        assertThat(mapped.roles(Map.of("roles", List.of("/staff/ДМСП", "chief", "centre"))))
                .containsExactly("department", "gckr");

        var same = of(Map.of());
        assertThat(same.roles(Map.of("roles", List.of("chief", "lord")))).containsExactly("chief");
        assertThat(same.roles(Map.of("roles", "chief auditor"))).containsExactly("auditor", "chief");
        assertThat(same.roles(Map.of("roles", 7))).isEmpty();
        assertThat(same.roles(Map.of())).isEmpty();
    }

    @Test
    void the_claim_may_lie_deep_and_its_name_may_hold_dots() {
        var deep = of(Map.of("CLUSTERS_OIDC_ROLES_CLAIM", "resource_access.clusters.roles"));

        assertThat(deep.roles(Map.of("resource_access", Map.of("clusters", Map.of("roles", List.of("gckr"))))))
                .containsExactly("gckr");
        assertThat(deep.roles(Map.of("resource_access.clusters.roles", List.of("chief"))))
                .containsExactly("chief");
    }

    @Test
    void an_issuer_that_is_no_address_and_a_mapping_to_no_role_of_ours_are_said_at_once() {
        for (var wrong : List.of("id.example", "https://id example", "ftp://id.example", "https://")) {
            assertThatThrownBy(() -> of(Map.of("CLUSTERS_OIDC_ISSUER", wrong, "CLUSTERS_OIDC_NAME", "Вход")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(wrong);
        }
        assertThatThrownBy(() -> of(Map.of("CLUSTERS_OIDC_ROLES", "centre=centre")))
                .hasMessageContaining("centre=centre");
    }
}
