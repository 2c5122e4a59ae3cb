package dev.waxwing.adapter.web.redirect;

import java.util.List;

/** How those are told who serve files which addresses lead elsewhere; nothing may stand at one of them. */
public enum RedirectFormat {
    /** Maps for the {@code http} block of nginx. */
    NGINX {
        @Override
        public String write(List<Lead> leads) {
            return NginxRedirects.write(leads);
        }
    },
    /** Maps for the block of a site in a Caddyfile. */
    CADDY {
        @Override
        public String write(List<Lead> leads) {
            return CaddyRedirects.write(leads);
        }
    },
    /** {@code _redirects} of Netlify, Cloudflare Pages and their kin. */
    NETLIFY {
        @Override
        public String write(List<Lead> leads) {
            return NetlifyRedirects.write(leads);
        }
    };

    /** The whole file. */
    public abstract String write(List<Lead> leads);
}
