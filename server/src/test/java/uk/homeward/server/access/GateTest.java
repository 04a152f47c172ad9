package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.homeward.server.ServerTest;

/** Every address of the server, asked for by every role: the tests are made from the controllers that there are. */
class GateTest extends ServerTest {

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** One way to ask for something. */
    private record Address(
            String method, String path, @Nullable MediaType sends, HandlerMethod handler) {

        @Override
        public String toString() {
            return method + " " + path + " (" + handler.getShortLogMessage() + ")";
        }
    }

    @Test
    void everyMethodOfAControllerSaysWhoMayComeIn() {
        List<Address> silent = addresses()
                .filter(a -> Entry.of(a.handler()) instanceof Entry.Undeclared)
                .toList();
        assertThat(silent).as("add @Needs(Permission...) or @Open to these").isEmpty();
    }

    @Test
    void noMethodIsBothOpenAndGated() {
        List<Address> both = addresses()
                .filter(a -> a.handler().hasMethodAnnotation(Needs.class)
                        && a.handler().hasMethodAnnotation(Open.class))
                .toList();
        assertThat(both).isEmpty();
    }

    @Test
    void everyRoleWithoutThePermissionIsRefusedAndEveryOtherIsNot() throws Exception {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Address address : gated()) {
            Permission permission = permission(address);
            for (Role role : Role.values()) {
                int status = ask(address, role);
                asked++;
                if ((status == 403) == permission.isOf(role) || status == 401) {
                    wrong.add(address + " needs " + permission + "; answered " + role + " with " + status);
                }
            }
        }
        assertThat(asked).isGreaterThanOrEqualTo(Role.values().length);
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyComesInAnywhereGatedWithoutSigningIn() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Address address : gated()) {
            int status = ask(address, null);
            boolean sentAway = status == 302 || status == 401 || status == 403;
            if (!sentAway) {
                wrong.add(address + " answered a stranger with " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsOpenAnswersWithoutSigningIn() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Address address : addresses()
                .filter(a -> Entry.of(a.handler()) instanceof Entry.ToAll
                        && !a.path().equals("/denied"))
                .filter(a -> a.method().equals("GET"))
                .toList()) {
            HttpResponse<InputStream> answer = exchange(address, null);
            boolean toSignIn =
                    answer.headers().firstValue("Location").orElse("").endsWith(":" + uri("").getPort() + "/");
            if (answer.statusCode() == 401 || answer.statusCode() == 403 || toSignIn) {
                wrong.add(address + " answered a stranger with " + answer.statusCode());
            }
        }
        assertThat(wrong)
                .as("open these addresses in the filter chain, or gate their methods")
                .isEmpty();
    }

    @Test
    void aScriptIsToldWhatItsRoleLacksAndWhomToAsk() throws Exception {
        Address address = gated().stream()
                .filter(a -> permission(a).roles().size() < Role.values().length)
                .findFirst()
                .orElse(null);
        if (address == null) {
            assertThat(gated()).allMatch(a -> permission(a) == Permission.READ_AGGREGATES);
            return;
        }
        Role without = Stream.of(Role.values())
                .filter(r -> !permission(address).isOf(r))
                .findFirst()
                .orElseThrow();
        HttpResponse<InputStream> answer = exchange(address, without);
        String body = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(body).contains("may not " + permission(address).words(), "Those who may: ");
    }

    @Test
    void aVisitorIsShownAPageThatSaysWhyAndIsAnswered403() {
        HttpResponse<String> answer = get("/denied");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1>You may not do this</h1>");
    }

    private static Stream<Address> addresses() {
        Map<RequestMappingInfo, HandlerMethod> all = context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
        return all.entrySet().stream()
                .filter(e ->
                        !ErrorController.class.isAssignableFrom(e.getValue().getBeanType()))
                .flatMap(e -> of(e.getKey(), e.getValue()));
    }

    private static Stream<Address> of(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<RequestMethod> declared = mapping.getMethodsCondition().getMethods();
        Set<RequestMethod> methods = declared.isEmpty() ? Set.of(RequestMethod.GET) : declared;
        Set<MediaType> consumes = mapping.getConsumesCondition().getConsumableMediaTypes();
        @Nullable
        MediaType sends = consumes.isEmpty() ? null : consumes.iterator().next();
        return methods.stream()
                .flatMap(method -> mapping.getPatternValues().stream()
                        .map(pattern -> new Address(method.name(), filled(pattern), sends, handler)));
    }

    /** The pattern as an address of something that does not exist. */
    private static String filled(String pattern) {
        return pattern.replaceAll("\\{[^/]*}", "999999999").replace("**", "none");
    }

    private static List<Address> gated() {
        return addresses()
                .filter(a -> Entry.of(a.handler()) instanceof Entry.Gated)
                .toList();
    }

    private static Permission permission(Address address) {
        return ((Entry.Gated) Entry.of(address.handler())).permission();
    }

    private int ask(Address address, @Nullable Role role) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = exchange(address, role);
        answer.body().close();
        return answer.statusCode();
    }

    private HttpResponse<InputStream> exchange(Address address, @Nullable Role role)
            throws IOException, InterruptedException {
        MediaType type = address.sends() == null ? MediaType.APPLICATION_FORM_URLENCODED : address.sends();
        boolean json = type.getSubtype().endsWith("json");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(address.path()))
                .timeout(Duration.ofSeconds(30))
                .method(
                        address.method(),
                        address.method().equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json ? "{}" : ""));
        if (!address.method().equals("GET")) {
            request.header("Content-Type", type.toString());
        }
        if (role != null) {
            request.header("Authorization", "Bearer demo-" + role.word());
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }
}
