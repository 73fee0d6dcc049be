package se.fondgraf.store;

/**
 * What a remote store answered.
 *
 * @param mediaType as it said; empty when it said nothing
 * @param bytes all of them; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
public record RemoteAnswer(String mediaType, byte[] bytes) {}
