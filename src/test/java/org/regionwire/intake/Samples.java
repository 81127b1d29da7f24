package org.regionwire.intake;

public final class Samples {
  /** About 2 kB, with most fields. */
  public static final String FULL =
      """
      {"id": "s-1", "kind": "event", "title": "Öresund: kluster möts i Malmö",
       "summary": "Innovationskluster från båda sidor av sundet träffas.",
       "content": "<h2>Program</h2><p>Klustren <a href=\\"https://example.org/a?b=1&amp;c=2\\">möts</a> och <em>talar</em> om framtiden. %s</p><ul><li>ICT</li><li>Life sciences</li></ul>",
       "language": "sv-se", "link": "https://malmö.example/nyheter/klüster?x=å",
       "author": {"name": "Åsa Ek"}, "organisation": "Malmö stad",
       "published": "2026-05-01T09:30:00+02:00", "publishAt": "2026-05-03", "expires": "2026-06-01",
       "regions": ["malmo", "SE-M", "oresund-region"], "topics": ["ict", "ICT", "life-sciences"],
       "event": {"start": "2026-05-20T09:30", "end": "2026-05-20T16:00", "timezone": "Europe/Stockholm",
         "place": {"name": "Malmö Live", "address": "Dag Hammarskjölds torg 2", "lat": 55.6071, "lon": 12.9956},
         "url": "https://example.org/live", "status": "tentative"},
       "image": {"url": "https://example.org/live.jpg", "alt": "Huset"},
       "attachments": [{"url": "https://example.org/program.pdf", "type": "application/pdf", "length": 12345, "title": "Program"}]}
      """
          .formatted("Ett stycke till om samarbete. ".repeat(28));

  private Samples() {}
}
