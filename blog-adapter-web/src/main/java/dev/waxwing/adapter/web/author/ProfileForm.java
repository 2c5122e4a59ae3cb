package dev.waxwing.adapter.web.author;

import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.WebAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A profile as the fields of a form; each link is a line of words with an address behind them. */
final class ProfileForm {
    private ProfileForm() {}

    static Form filled(Profile profile) {
        String links = profile.links().stream()
                .map(link -> link.label() + " " + link.address())
                .collect(Collectors.joining("\n"));
        return Form.empty()
                .with("name", profile.name())
                .with("biography", profile.biography())
                .with("links", links)
                .with("avatar", profile.avatar() == null ? "" : profile.avatar().value());
    }

    /** Empty if a field is wrong, which the form then knows. */
    static Optional<Profile> read(Form form) {
        Optional<List<Profile.Link>> links = form.read("links", ProfileForm::links);
        boolean wantsAvatar = !form.value("avatar").isBlank();
        Optional<MediaAddress> avatar =
                wantsAvatar ? form.read("avatar", address -> new MediaAddress(address.strip())) : Optional.empty();
        if (!form.isValid()) {
            return Optional.empty();
        }
        return form.read("name", name -> profile(form, name, links.orElseThrow(), avatar.orElse(null)));
    }

    private static Profile profile(Form form, String name, List<Profile.Link> links, @Nullable MediaAddress avatar) {
        try {
            return new Profile(name, form.value("biography"), links, avatar);
        } catch (BlogException.Invalid e) {
            form.refuse(e.field(), e.getMessage());
            throw e;
        }
    }

    private static List<Profile.Link> links(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(ProfileForm::link)
                .toList();
    }

    private static Profile.Link link(String line) {
        int space = line.lastIndexOf(' ');
        if (space < 0) {
            throw new BlogException.Invalid(
                    "links", "'%s' has no address; write words, a space and the address".formatted(line));
        }
        return new Profile.Link(line.substring(0, space).strip(), new WebAddress(line.substring(space + 1)));
    }
}
