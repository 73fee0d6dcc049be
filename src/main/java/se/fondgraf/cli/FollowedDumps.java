package se.fondgraf.cli;

import se.fondgraf.dump.DumpException;
import se.fondgraf.web.dump.PublishedReleases;

/** The releases that are offered for download. */
final class FollowedDumps implements Followed {
    private final PublishedReleases releases;

    FollowedDumps(PublishedReleases releases) {
        this.releases = releases;
    }

    @Override
    public String state() {
        return releases.state();
    }

    @Override
    public boolean again() {
        try {
            return releases.lookAgain();
        } catch (DumpException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String served() {
        return releases.current()
                .map(version -> "release " + version + " in /dumps/")
                .orElse("no release in /dumps/");
    }
}
