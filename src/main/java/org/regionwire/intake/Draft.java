package org.regionwire.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.regionwire.news.Submission;

/**
 * A submission that could be read, in the shape of the JSON form whatever its format was. Nothing
 * in it has been checked.
 */
public record Draft(Submission submission, ObjectNode tree) {}
