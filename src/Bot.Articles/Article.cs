using System.Collections.Immutable;

namespace Bot.Articles;

/// <summary>An article as the bot has read it: what it is called, where it comes from, and its numbered paragraphs.</summary>
/// <remarks>
/// Immutable. A later reading of the same source with other words is another <see cref="Version"/> under the same <see cref="Id"/>, so that citations of
/// the earlier one keep resolving.
/// </remarks>
public sealed record Article
{
    /// <summary>Short, lower-case and stable: derived from the URL where there is one, from the words otherwise (<see cref="ArticleId"/>).</summary>
    public required string Id { get; init; }

    /// <summary>From 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The headline; where the text has none, its opening words.</summary>
    public required string Title { get; init; }

    /// <summary>Newspaper, agency or site, as the article names it (“AP”).</summary>
    public string? Outlet { get; init; }

    public string? Author { get; init; }

    /// <summary>The day of publication as the article states it.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The day of the last change as the article states it; null where it states none.</summary>
    public DateOnly? Modified { get; init; }

    /// <summary>Where the report was filed from (“BRUSSELS”).</summary>
    public string? Dateline { get; init; }

    /// <summary>Where it was read: the address that the page itself names on its own site, else the one that was fetched, without what only tracks readers.</summary>
    public Uri? Url { get; init; }

    /// <summary>What it was read from where it has no address: the path of a file here, the name of a file that was sent, or that it was pasted.</summary>
    public string? Source { get; init; }

    /// <summary>ISO 639-1, detected from the words; null when they are too few to tell.</summary>
    public string? Language { get; init; }

    /// <summary>In reading order; <see cref="Paragraph.Number"/> is the position plus one.</summary>
    public required ImmutableArray<Paragraph> Paragraphs { get; init; }

    /// <summary>In reading order; among them what somebody is told not to have said, or only claimed to have said (<see cref="Standing"/>).</summary>
    public ImmutableArray<Quotation> Quotations { get; init; } = [];

    /// <summary>The quotations that are their speakers' words by the article's own account.</summary>
    public IEnumerable<Quotation> Said => Quotations.Where(quotation => quotation.Standing == Standing.Said);

    /// <summary>Everyone who is quoted by name, most quoted first.</summary>
    public ImmutableArray<Speaker> Speakers { get; init; } = [];

    /// <summary>
    /// How much of a page's prose was not taken for the article's, from 0 to 1. It is for whoever adds the article and is not stored; <see cref="LeftOutMuch"/>
    /// tells whether it is worth a word.
    /// </summary>
    public double LeftOut { get; init; }

    public bool LeftOutMuch => LeftOut >= 0.5;

    /// <summary>The paragraph with this number, or null.</summary>
    public Paragraph? Paragraph(int number) => number >= 1 && number <= Paragraphs.Length ? Paragraphs[number - 1] : null;
}
