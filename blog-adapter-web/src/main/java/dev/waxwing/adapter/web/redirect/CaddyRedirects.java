package dev.waxwing.adapter.web.redirect;

import java.util.List;
import java.util.regex.Pattern;

/** Maps of a Caddyfile ({@code map}), which are asked for the decoded path. Braces would stand for a placeholder there. */
final class CaddyRedirects {
    private static final Pattern BRACE = Pattern.compile("[{}]");
    private static final Pattern SIGN = Pattern.compile("[!-.:-@\\[-`{-~ ]");

    private CaddyRedirects() {}

    static String write(List<Lead> leads) {
        return """
                map {path} {waxwing_moved} {
                %s\tdefault ""
                }
                map {path} {waxwing_gone} {
                %s\tdefault ""
                }
                """.formatted(
                        Lead.moved(leads, lead -> "\t%s \"%s\"\n".formatted(key(lead), lead.location())),
                        Lead.gone(leads, lead -> "\t%s \"1\"\n".formatted(key(lead))));
    }

    private static String key(Lead lead) {
        String path = lead.path();
        return '"' + (BRACE.matcher(path).find() ? pattern(path) : path.replace("\"", "\\\"")) + '"';
    }

    private static String pattern(String path) {
        String literal = SIGN.matcher(path)
                .replaceAll(sign -> "\\\\x%02X".formatted((int) sign.group().charAt(0)));
        return "~^" + literal + "$";
    }
}
