package se.fondgraf.web.dump;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import se.fondgraf.dump.Checksums;
import se.fondgraf.dump.Manifest;
import se.fondgraf.dump.ReleaseFile;
import se.fondgraf.web.html.Inert;
import se.fondgraf.web.html.Language;
import se.fondgraf.web.http.Request;

/** The releases and their files for people. */
final class DumpPages {
    private DumpPages() {}

    static String title(Request request) {
        return Language.of(request).say("Nedladdning", "Downloads");
    }

    static List<DomContent> list(Request request, NavigableSet<String> versions, Optional<String> latest) {
        Language language = Language.of(request);
        if (versions.isEmpty()) {
            return List.of(p(language.say(
                    "Den här servern har inga utgåvor att ladda ner.", "This server has no releases to download.")));
        }
        return List.of(
                p(language.say(
                        "Varje utgåva är hela datamängden, som den var, med kontrollsummor och vad som ändrats.",
                        "Each release is the whole dataset as it was, with checksums and what has changed.")),
                ul(each(
                        versions.descendingSet(),
                        version -> li(
                                a(code(version)).withHref("/dumps/" + version + "/"),
                                latest.filter(version::equals).isPresent()
                                        ? strong(language.say(" (senaste)", " (latest)"))
                                        : text("")))));
    }

    static List<DomContent> files(Request request, PublishedRelease release) {
        Language language = Language.of(request);
        String folder = "/dumps/" + release.manifest().version() + "/";
        return List.of(
                table(
                        thead(tr(
                                th(language.say("Fil", "File")).attr("scope", "col"),
                                th(language.say("Innehåll", "Content")).attr("scope", "col"),
                                th(language.say("Byte", "Bytes")).attr("scope", "col"))),
                        tbody(each(release.manifest().files(), file -> row(file, folder, language)))),
                p(
                        a(Manifest.NAME).withHref(folder + Manifest.NAME),
                        text(" · "),
                        a(Checksums.NAME).withHref(folder + Checksums.NAME)));
    }

    private static DomContent row(ReleaseFile file, String folder, Language language) {
        return tr(
                td(a(code(file.path())).withHref(folder + file.path())),
                td(Inert.words(language.say(file.about().titleSv(), file.about().titleEn()))),
                td(String.format(Locale.ROOT, "%,d", file.bytes()).replace(',', '\u00A0')));
    }
}
