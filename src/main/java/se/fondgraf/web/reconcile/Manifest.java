package se.fondgraf.web.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import se.fondgraf.search.EntityKind;
import se.fondgraf.web.http.Addresses;

/** What a client is told of the service, with public addresses, because it keeps them. */
final class Manifest {
    private static final int PREVIEW_WIDTH = 430;
    private static final int PREVIEW_HEIGHT = 230;

    private final Addresses addresses;

    Manifest(Addresses addresses) {
        this.addresses = addresses;
    }

    ObjectNode json(boolean swedish) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.putArray("versions").add("0.2");
        manifest.put(
                "name",
                swedish
                        ? "Fondgraf: organisationer, kommuner och projekt i Socialfonden"
                        : "Fondgraf: organisations, municipalities and projects of the Social Fund in Sweden");
        manifest.put("identifierSpace", addresses.base() + "id/");
        manifest.put("schemaSpace", "https://w3id.org/fondgraf/ontology#");
        var types = manifest.putArray("defaultTypes");
        for (EntityKind kind : EntityKind.values()) {
            Words.type(types.addObject(), kind, swedish);
        }
        manifest.putObject("view").put("url", addresses.absolute("/reconcile/view/{{id}}"));
        manifest.putObject("preview")
                .put("url", addresses.absolute("/reconcile/preview?id={{id}}"))
                .put("width", PREVIEW_WIDTH)
                .put("height", PREVIEW_HEIGHT);
        ObjectNode suggest = manifest.putObject("suggest");
        for (String what : new String[] {"entity", "property", "type"}) {
            service(suggest.putObject(what), "/reconcile/suggest/" + what);
        }
        ObjectNode extend = manifest.putObject("extend");
        service(extend.putObject("propose_properties"), "/reconcile/properties");
        extend.putArray("property_settings");
        return manifest;
    }

    /** A client joins the two without a slash between them. */
    private void service(ObjectNode service, String path) {
        String home = addresses.absolute("/");
        service.put("service_url", home.substring(0, home.length() - 1)).put("service_path", path);
    }
}
