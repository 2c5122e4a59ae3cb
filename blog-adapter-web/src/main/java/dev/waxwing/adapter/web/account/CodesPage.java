package dev.waxwing.adapter.web.account;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.account.AccountView;
import java.util.List;

/**
 * Where somebody lets a device make codes.
 *
 * @param owed whether they can do nothing else before
 * @param key for the device
 * @param recovery the codes on paper, once codes are switched on
 */
public record CodesPage(Desk desk, AccountView account, boolean owed, Form form, String key, List<String> recovery) {

    /** The key in groups of four, to be typed. */
    public String groups() {
        return key.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What an authenticator program opens by itself (the Key URI format that all of them understand). */
    public String address() {
        String issuer = encoded(desk.site().title());
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(issuer, encoded(account.person().email().value()), key, issuer);
    }

    private static String encoded(String text) {
        return Params.encoded(text).replace("+", "%20");
    }
}
