namespace Bot.Articles.Quotations.Grammar;

/// <summary>What stands between a pair of quotation marks in one paragraph; whether it is speech is decided later.</summary>
/// <param name="Paragraph">Index, from 0.</param>
/// <param name="Open">Where the opening mark stands; equals <paramref name="Start"/> when the span goes on from an earlier paragraph without one.</param>
/// <param name="Start">First UTF-16 code unit of the quoted words.</param>
/// <param name="End">End of the quoted words, exclusive, without white space before the closing mark.</param>
/// <param name="Close">First code unit after the closing mark, or after the last word when there is none.</param>
/// <param name="Closed">False when the paragraph ends first: the speaker goes on in the next one.</param>
internal readonly record struct QuotedSpan(int Paragraph, int Open, int Start, int End, int Close, bool Closed);
