package dev.waxwing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waxwing.adapter.web.RouteTable.Route;
import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.application.account.CodesDemand;
import dev.waxwing.application.fake.PlainCodes;
import dev.waxwing.domain.account.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CodesDemandTest {
    private final TrialBlog blog = TrialBlog.startDemanding(CodesDemand.from(Role.EDITOR));

    @AfterEach
    void stop() {
        blog.close();
    }

    private List<Route> desk() {
        return blog.routes().stream()
                .filter(route -> route.audience().leastRole().isPresent())
                .filter(route -> route.audience() != Access.NEWCOMER)
                .toList();
    }

    @Test
    void whoever_owes_codes_is_led_to_them_from_every_page_and_can_do_nothing_else() {
        Member ada = Member.of(blog, "Ada", Role.ADMINISTRATOR);

        assertThat(desk()).hasSizeGreaterThan(50).allSatisfy(route -> {
            String path = route.path().replaceAll("\\{[a-z]+}", "17");
            if (route.method().equals("GET")) {
                Visit visit = ada.visit(path);
                assertThat(visit.status()).isEqualTo(303);
                assertThat(visit.header("Location")).isEqualTo("/admin/account/codes");
            } else {
                Visit visit = ada.send(path, Map.of());
                assertThat(visit.status()).isEqualTo(403);
                assertThat(visit.text("main")).contains("Switch codes on first");
            }
        });
    }

    @Test
    void they_go_on_as_soon_as_codes_are_on_or_they_leave() {
        Member ada = Member.of(blog, "Ada", Role.EDITOR);
        Visit shown = ada.visit("/admin/account/codes");
        assertThat(shown.text("main")).contains("This blog asks you for a code of a device");
        String key = shown.page().select("input[name=key]").attr("value");

        Visit switched = ada.send(
                "/admin/account/codes",
                Map.of("key", key, "code", PlainCodes.code(key, TrialBlog.NOON), "present", Member.PASSWORD));

        assertThat(switched.page().select("li.code")).hasSize(10);
        assertThat(ada.visit("/admin/posts").status()).isEqualTo(200);
        assertThat(Member.of(blog, "Ben", Role.EDITOR)
                        .send("/admin/sign-out", Map.of())
                        .header("Location"))
                .isEqualTo("/admin/sign-in");
    }

    @Test
    void lower_roles_are_not_asked() {
        assertThat(Member.of(blog, "Ada", Role.AUTHOR).visit("/admin/posts").status())
                .isEqualTo(200);
    }

    @Test
    void codes_that_are_demanded_stay_on() {
        Member ada = Member.of(blog, "Ada", Role.EDITOR);
        String key = "K".repeat(32);
        ada.send(
                        "/admin/account/codes",
                        Map.of("key", key, "code", PlainCodes.code(key, TrialBlog.NOON), "present", Member.PASSWORD))
                .status();

        Visit account = ada.visit("/admin/account");

        assertThat(account.text("main")).contains("This blog asks you for codes, so they stay switched on.");
        assertThat(account.page().select("form[action$=/off]")).isEmpty();
        assertThat(ada.send("/admin/account/codes/off", Map.of("present", Member.PASSWORD))
                        .status())
                .isEqualTo(422);
    }
}
