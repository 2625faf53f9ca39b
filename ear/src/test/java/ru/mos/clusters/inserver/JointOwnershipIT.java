package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.inserver.OwnershipDoor.inForce;
import static ru.mos.clusters.inserver.OwnershipDoor.pair;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links through companies that several hold together and none of them alone: the search for them leads through each. */
@RunAsClient
class JointOwnershipIT extends InServer {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final String P = Egrul.person(1);
    private static final String SPOUSE = Egrul.person(2);
    private static final String Q = Egrul.person(3);
    private static final String A = firm(1);
    private static final String B = firm(2);
    private static final String A1 = firm(3);
    private static final String A2 = firm(4);
    private static final String J1 = firm(5);
    private static final String J2 = firm(6);
    private static final String J3 = firm(7);
    private static final String K = firm(8);

    /** Extracts, and the verdict of A and B. */
    private record Shape(String name, String verdict, List<Egrul> extracts) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void users() throws Exception {
        OwnershipDoor.users("department", "department2");
    }

    @BeforeEach
    void nobody_owns_anything() throws Exception {
        OwnershipDoor.empty();
    }

    private static String firm(int number) {
        return Register.inn(30_000 + number);
    }

    private static String other(int number) {
        return Egrul.person(100 + number);
    }

    private static Egrul of(String firm) {
        return Egrul.of(firm, DAY);
    }

    /** A and B in order, two subsidiaries of A, and more. */
    private static Shape shape(String name, String verdict, Egrul... more) {
        return shape(of(B).holder(Q, "1/1").head(Q), name, verdict, more);
    }

    private static Shape shape(Egrul b, String name, String verdict, Egrul... more) {
        var all = new ArrayList<>(List.of(
                of(A).holder(P, "1/1").head(P),
                b,
                of(A1).holder(A, "1/1").head(other(1)),
                of(A2).holder(A, "1/1").head(other(2))));
        Stream.of(more).forEach(all::add);
        return new Shape(name, verdict, all);
    }

    private static Egrul joint(String firm, String one, String two, String head) {
        return of(firm).holder(one, "30/100")
                .holder(two, "30/100")
                .holder(other(50), "40/100")
                .head(head);
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                shape(
                        "a joint subsidiary of joint subsidiaries that B's director directs",
                        "AFFILIATED",
                        joint(J1, A1, A2, other(3)),
                        joint(J2, J1, A1, Q)),
                shape(
                        "three levels",
                        "AFFILIATED",
                        joint(J1, A1, A2, other(3)),
                        joint(J2, J1, A1, other(4)),
                        joint(J3, J2, J1, Q)),
                shape(
                        "the joint subsidiary holds a company that B's director directs",
                        "AFFILIATED",
                        joint(J1, A1, A2, other(3)),
                        joint(J2, J1, A1, other(4)),
                        of(K).holder(J2, "1/1").head(Q)),
                shape(
                        "joint with a company of the same director",
                        "AFFILIATED",
                        of(K).holder(other(5), "1/1").head(other(1)),
                        joint(J1, A1, K, other(3)),
                        joint(J2, J1, K, Q)),
                shape(
                        "holders of the second level outside the ancestry of both",
                        "AFFILIATED",
                        joint(J1, A1, A2, other(7)),
                        of(K).holder(other(8), "1/1").head(other(7)),
                        joint(J2, J1, K, Q)),
                shape(
                        "exactly half together is no control",
                        "NOT_AFFILIATED",
                        joint(J1, A1, A2, other(3)),
                        of(J2).holder(J1, "25/100")
                                .holder(A1, "25/100")
                                .holder(other(9), "50/100")
                                .head(Q)),
                shape(
                        of(B).holder(J2, "21/100").holder(Q, "79/100").head(Q),
                        "a joint subsidiary of joint subsidiaries holds more than a fifth of B",
                        "AFFILIATED",
                        joint(J1, A1, A2, other(3)),
                        joint(J2, J1, A1, other(4))),
                shape(
                        of(B).holder(J2, "20/100").holder(Q, "80/100").head(Q),
                        "a joint subsidiary of joint subsidiaries holds a fifth of B",
                        "NOT_AFFILIATED",
                        joint(J1, A1, A2, other(3)),
                        joint(J2, J1, A1, other(4))),
                shape(
                        "a company that holds half of itself is ruled by who holds a third",
                        "AFFILIATED",
                        of(J1).holder(J1, "50/100")
                                .holder(A1, "30/100")
                                .holder(other(50), "20/100")
                                .head(Q)),
                shape(
                        "the owner's share of a joint subsidiary is not known any more",
                        "UNKNOWN",
                        joint(J1, A1, A2, other(3)),
                        Egrul.of(J2, DAY.minusDays(200))
                                .holder(J1, "30/100")
                                .holder(A1, "30/100")
                                .holder(other(50), "40/100")
                                .head(Q)),
                shape(
                        "A has a part of what B's director directs, and nobody shows whose the rest is",
                        "UNKNOWN",
                        of(J1).holder(A1, "30/100").holder(other(50), "10/100").head(Q)),
                shape(
                        "B's director may still direct what A rules",
                        "UNKNOWN",
                        Egrul.of(J1, DAY.minusDays(30))
                                .holder(A1, "60/100")
                                .holder(other(50), "40/100")
                                .head(Q),
                        Egrul.of(J1, DAY.plusDays(30))
                                .holder(A1, "60/100")
                                .holder(other(50), "40/100")
                                .head(other(6))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void a_joint_subsidiary_is_found_however_deep(Shape shape) throws Exception {
        inForce("joint.xml", Egrul.file(shape.extracts().toArray(Egrul[]::new)));

        var answer = pair(A, B, DAY, "");
        assertThat(answer.get("verdict").asText()).as(answer.toString()).isEqualTo(shape.verdict());
        assertThat(pair(B, A, DAY, "").get("verdict").asText()).isEqualTo(shape.verdict());
    }

    @Test
    void spouses_hold_together_through_two_levels() throws Exception {
        var shape = shape("", "", joint(J1, P, SPOUSE, other(3)), joint(J2, J1, SPOUSE, Q));
        inForce("joint.xml", Egrul.file(shape.extracts().toArray(Egrul[]::new)));
        assertThat(pair(A, B, DAY, "").get("verdict").asText()).isEqualTo("NOT_AFFILIATED");

        OwnershipDoor.done(
                "department",
                "POST",
                "ownership/stakes",
                "{\"owner\": {\"person\": {\"name\": \"Лицо\", \"inn\": \"" + P + "\"}}, \"subject\": {\"person\":"
                        + " {\"name\": \"Лицо\", \"inn\": \"" + SPOUSE + "\"}}, \"kind\": \"FAMILY\", \"from\":"
                        + " \"2020-01-01\", \"document\": {\"title\": \"Свидетельство\", \"number\": \"1\", \"date\":"
                        + " \"2020-01-01\"}}");

        assertThat(pair(A, B, DAY, "").get("verdict").asText()).isEqualTo("AFFILIATED");
    }
}
