namespace Bot.Articles.Parsing.Pdf;

/// <summary>A line of text on a page, in points; y grows upwards as in PDF.</summary>
/// <param name="Size">Height of its letters: their median font size.</param>
/// <param name="Column">Which block of the page it stands in, in reading order.</param>
/// <param name="Right">Where the line ends; <paramref name="ColumnRight"/> is where the column's widest line does.</param>
internal readonly record struct PdfLine(string Text, double Left, double Right, double Baseline, double Size, bool Bold, int Column, double ColumnLeft, double ColumnRight, bool AtTop, bool AtBottom);
