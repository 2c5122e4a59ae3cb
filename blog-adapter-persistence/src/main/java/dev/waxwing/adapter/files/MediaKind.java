package dev.waxwing.adapter.files;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of file that readers may be given: pictures, sound, film and PDF. Each is told by its first bytes. What a browser
 * or a machine would run is not among them: no HTML, no SVG, no program, no archive that may hold one.
 */
enum MediaKind {
    PNG("png", "image/png", PictureFormat.PNG) {
        @Override
        boolean begins(Head head) {
            return head.at(0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
        }
    },
    JPEG("jpg", "image/jpeg", PictureFormat.JPEG) {
        @Override
        boolean begins(Head head) {
            return head.at(0, 0xFF, 0xD8, 0xFF);
        }
    },
    GIF("gif", "image/gif", PictureFormat.GIF) {
        @Override
        boolean begins(Head head) {
            return head.at(0, "GIF87a") || head.at(0, "GIF89a");
        }
    },
    WEBP("webp", "image/webp", PictureFormat.WEBP) {
        @Override
        boolean begins(Head head) {
            return head.at(0, "RIFF") && head.at(8, "WEBP");
        }
    },
    AVIF("avif", "image/avif", PictureFormat.AVIF) {
        @Override
        boolean begins(Head head) {
            return head.hasBrand("avif", "avis");
        }
    },
    PDF("pdf", "application/pdf", null) {
        @Override
        boolean begins(Head head) {
            return head.at(0, "%PDF-");
        }
    },
    MP4("mp4", "video/mp4", null) {
        @Override
        boolean begins(Head head) {
            return head.hasBrand(
                    "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4A ", "dash");
        }
    },
    WEBM("webm", "video/webm", null) {
        @Override
        boolean begins(Head head) {
            return head.at(0, 0x1A, 0x45, 0xDF, 0xA3) && head.contains("webm");
        }
    },
    OGG_VIDEO("ogv", "video/ogg", null) {
        @Override
        boolean begins(Head head) {
            return head.at(0, "OggS") && head.contains("\u0080theora");
        }
    },
    OGG("ogg", "audio/ogg", null) {
        @Override
        boolean begins(Head head) {
            return head.at(0, "OggS");
        }
    },
    FLAC("flac", "audio/flac", null) {
        @Override
        boolean begins(Head head) {
            return head.at(0, "fLaC");
        }
    },
    WAV("wav", "audio/wav", null) {
        @Override
        boolean begins(Head head) {
            return head.at(0, "RIFF") && head.at(8, "WAVE");
        }
    },
    MP3("mp3", "audio/mpeg", null) {
        /** A tag by ID3v2, or the header of a frame of layer III (ISO 11172-3, section 2.4.2.3). */
        @Override
        boolean begins(Head head) {
            return head.at(0, "ID3") || isFrame(head);
        }

        private boolean isFrame(Head head) {
            int second = head.unsigned(1);
            int third = head.unsigned(2);
            return head.at(0, 0xFF)
                    && (second & 0xE6) == 0xE2
                    && (third & 0xF0) != 0
                    && (third & 0xF0) != 0xF0
                    && (third & 0x0C) != 0x0C;
        }
    };

    static final String ALLOWED =
            "pictures (PNG, JPEG, GIF, WebP, AVIF), sound (MP3, Ogg, FLAC, WAV), film (MP4, WebM, Ogg) and PDF";

    private final String extension;
    private final String type;
    private final Optional<PictureFormat> picture;

    MediaKind(String extension, String type, @Nullable PictureFormat picture) {
        this.extension = extension;
        this.type = type;
        this.picture = Optional.ofNullable(picture);
    }

    abstract boolean begins(Head head);

    String extension() {
        return extension;
    }

    String type() {
        return type;
    }

    Optional<PictureFormat> picture() {
        return picture;
    }

    static Optional<MediaKind> of(Head head) {
        return Arrays.stream(values()).filter(kind -> kind.begins(head)).findFirst();
    }

    static Optional<MediaKind> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(kind -> kind.extension().equals(extension))
                .findFirst();
    }
}
