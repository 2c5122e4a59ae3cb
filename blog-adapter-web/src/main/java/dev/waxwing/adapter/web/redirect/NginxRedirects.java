package dev.waxwing.adapter.web.redirect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Maps of nginx (ngx_http_map_module), which are asked for the decoded path. They take no notice of the case of ASCII letters,
 * so addresses that differ in nothing else become regular expressions, which do.
 */
final class NginxRedirects {
    /** In bytes: nginx reads no longer word. */
    private static final int LONGEST_WORD = 4_000;

    private final Map<String, Long> inAnyCase;

    private NginxRedirects(List<Lead> leads) {
        inAnyCase = leads.stream().collect(Collectors.groupingBy(NginxRedirects::lowered, Collectors.counting()));
    }

    static String write(List<Lead> leads) {
        List<Lead> fitting = leads.stream().filter(NginxRedirects::fits).toList();
        NginxRedirects maps = new NginxRedirects(fitting);
        return """
                map_hash_max_size 65536;
                map_hash_bucket_size 4096;
                map $uri $waxwing_path {
                    default $uri;
                    "~^(?<waxwing_stem>/.+)/$" $waxwing_stem;
                }
                map $waxwing_path $waxwing_moved {
                    default "";
                %s}
                map $waxwing_path $waxwing_gone {
                    default "";
                %s}
                """.formatted(
                        Lead.moved(fitting, lead -> "    %s \"%s\";\n".formatted(maps.key(lead), lead.location())),
                        Lead.gone(fitting, lead -> "    %s 1;\n".formatted(maps.key(lead))));
    }

    private static boolean fits(Lead lead) {
        return lead.path().getBytes(StandardCharsets.UTF_8).length <= LONGEST_WORD
                && lead.location().length() <= LONGEST_WORD;
    }

    private String key(Lead lead) {
        boolean alone = inAnyCase.getOrDefault(lowered(lead), 1L) == 1;
        String word = alone ? lead.path() : "~^" + lead.path().replaceAll("[!-.:-@\\[-`{-~ ]", "\\\\$0") + "$";
        return '"' + word.replace("\"", "\\\"") + '"';
    }

    private static String lowered(Lead lead) {
        return lead.path()
                .codePoints()
                .map(letter -> letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
