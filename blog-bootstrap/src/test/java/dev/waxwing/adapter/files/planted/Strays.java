package dev.waxwing.adapter.files.planted;

/** Libraries away from their homes. */
public final class Strays {
    static final class Http {
        io.javalin.Javalin javalin;
    }

    static final class Jetty {
        org.eclipse.jetty.server.Server jetty;
    }

    static final class Servlet {
        jakarta.servlet.http.HttpServletRequest request;
    }

    static final class Templates {
        gg.jte.TemplateEngine jte;
    }

    static final class Client {
        java.net.http.HttpClient client;
    }

    static final class Connection {
        java.net.Socket socket;
    }

    static final class Download {
        java.io.InputStream read(java.net.URL address) throws java.io.IOException {
            return address.openStream();
        }
    }

    static final class Upload {
        Object begin(java.net.URL address) throws java.io.IOException {
            return address.openConnection();
        }
    }

    static final class Request {
        java.net.HttpURLConnection connection;
    }

    static final class Channel {
        java.nio.channels.SocketChannel open() throws java.io.IOException {
            return java.nio.channels.SocketChannel.open();
        }
    }

    static final class Lookup {
        java.net.InetAddress find(String name) throws java.io.IOException {
            return java.net.InetAddress.getByName(name);
        }
    }

    static final class Sql {
        java.sql.Connection connection;
    }

    static final class Source {
        javax.sql.DataSource source;
    }

    static final class Jdbi {
        org.jdbi.v3.core.Jdbi jdbi;
    }

    static final class Pool {
        com.zaxxer.hikari.HikariDataSource pool;
    }

    static final class Migrations {
        org.flywaydb.core.Flyway flyway;
    }

    static final class Markdown {
        org.commonmark.parser.Parser parser;
    }

    static final class Html {
        org.jsoup.nodes.Document document;
    }

    static final class Lucene {
        org.apache.lucene.index.IndexWriter writer;
    }

    static final class Pictures {
        java.awt.image.BufferedImage picture;
        javax.imageio.ImageReader reader;
    }

    static final class Yaml {
        org.snakeyaml.engine.v2.api.Load yaml;
    }

    static final class Toml {
        org.tomlj.TomlTable toml;
    }

    static final class Passwords {
        com.password4j.Argon2Function passwords;
    }

    static final class Macs {
        javax.crypto.Mac macs;
    }

    static final class Json {
        com.fasterxml.jackson.databind.ObjectMapper json;
    }

    static final class CommandLine {
        picocli.CommandLine line;
    }

    static final class Meters {
        io.micrometer.core.instrument.Timer timer;
    }

    static final class Scrapes {
        io.prometheus.metrics.model.registry.PrometheusRegistry registry;
    }

    static final class Logs {
        ch.qos.logback.classic.Logger logs;
    }

    static final class Running {
        ProcessBuilder program;
    }

    static final class Reviving {
        java.io.ObjectInputStream objects;
    }

    static final class Xml {
        javax.xml.stream.XMLStreamReader xml;
    }
}
