package ru.mos.clusters.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void it_is_the_one_of_the_example_of_standard_webhooks() {
        assertThat(Signature.of(
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_secret_belongs_to_one_installation_one_subscription_and_one_generation() {
        var subscription = UUID.fromString("00000000-0000-0000-0000-000000000001");
        var secret = Signature.secret(new byte[] {1}, subscription, 1);

        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(secret)
                .isNotIn(
                        Signature.secret(new byte[] {2}, subscription, 1),
                        Signature.secret(new byte[] {1}, new UUID(0, 2), 1),
                        Signature.secret(new byte[] {1}, subscription, 2))
                .isEqualTo(Signature.secret(new byte[] {1}, subscription, 1));
    }
}
