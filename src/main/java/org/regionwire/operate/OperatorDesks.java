package org.regionwire.operate;

/** Who finds and does what the operator's pages show. */
public record OperatorDesks(
    OperatorDesk overview,
    LetterDesk letters,
    NewsDesk news,
    ParkedDesk parked,
    FiguresDesk figures,
    SendersDesk senders,
    OperatorActs acts) {}
