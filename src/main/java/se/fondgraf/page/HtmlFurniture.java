package se.fondgraf.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Which elements of an HTML page show nothing, or nothing of the page's own. */
final class HtmlFurniture {
    private static final Set<String> SILENT = Set.of(
            "head",
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "audio",
            "video",
            "canvas",
            "map",
            "button",
            "select",
            "input",
            "textarea",
            "datalist",
            "progress",
            "meter",
            "dialog",
            "nav",
            "title",
            "link",
            "meta");

    private static final Set<String> ROLES = Set.of("navigation", "search", "dialog", "alertdialog", "contentinfo");
    private static final Pattern CHROME = Pattern.compile(
            "(?:^|[\\s_-])(?:cookie\\w*|breadcrumbs?|brodsmul\\w*|skip-?link|skiplinks?)(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HIDDEN =
            Pattern.compile("(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)", Pattern.CASE_INSENSITIVE);

    private HtmlFurniture() {}

    /** Whether nothing of the element is to be read. */
    static boolean is(Element element) {
        String name = element.normalName();
        return SILENT.contains(name)
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equalsIgnoreCase("true")
                || HIDDEN.matcher(element.attr("style")).find()
                || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                || (name.equals("footer") && isOfSite(element))
                || isChrome(element);
    }

    private static boolean isChrome(Element element) {
        return !element.normalName().equals("body")
                && (CHROME.matcher(element.className()).find()
                        || CHROME.matcher(element.id()).find()
                        || CHROME.matcher(element.attr("aria-label")).find());
    }

    /** A foot of the site stands right below the body or near it, and not in what is the page's own. */
    private static boolean isOfSite(Element footer) {
        Element parent = footer.parent();
        for (int i = 0; parent != null && i < 10; i++) {
            if (Set.of("main", "article", "section").contains(parent.normalName())) {
                return false;
            }
            parent = parent.parent();
        }
        return true;
    }
}
