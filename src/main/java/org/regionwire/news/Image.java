package org.regionwire.news;

import java.net.URI;
import java.util.Optional;

/** A picture that stays where it is; {@code alt} says what it shows. */
public record Image(URI url, Optional<String> alt) {}
