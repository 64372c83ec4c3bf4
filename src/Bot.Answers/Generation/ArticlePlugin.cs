using System.ComponentModel;
using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;
using Bot.Articles;
using Bot.Language;
using Microsoft.SemanticKernel;

namespace Bot.Answers.Generation;

/// <summary>The articles of one question as functions that a model may call to look further. They show paragraphs and do nothing else.</summary>
/// <param name="ranking">Ranks paragraphs as for an answer without a model.</param>
internal sealed class ArticlePlugin(ShownEvidence evidence, ExtractiveAnswerer ranking)
{
    public const string Name = "article";

    private const int MostResults = 6;
    private const int MostQuery = 400;

    // Made once: it takes reflection to describe functions, and every question has a kernel and an article of its own.
    private static readonly KernelPlugin Functions = KernelPluginFactory.CreateFromFunctions(Name,
    [
        KernelFunctionFactory.CreateFromMethod(
            (Kernel kernel, [Description("What to look for, in a few words.")] string words) => Of(kernel).SearchPassages(words),
            "search_passages",
            "Finds the paragraphs that say most about a few words."),
        KernelFunctionFactory.CreateFromMethod(
            (Kernel kernel, [Description("Its number.")] int number) => Of(kernel).GetParagraph(number), "get_paragraph", "Shows one paragraph."),
        KernelFunctionFactory.CreateFromMethod(
            (Kernel kernel, [Description("The name, or a part of it.")] string name) => Of(kernel).QuotesBySpeaker(name),
            "quotes_by_speaker",
            "Shows the paragraphs in which somebody is quoted."),
        KernelFunctionFactory.CreateFromMethod(
            (Kernel kernel) => Of(kernel).Outline(), "outline", "Lists the sections of the articles with the numbers of their paragraphs, and who is quoted."),
    ]);

    /// <summary>From now on a model that this kernel asks may call the functions.</summary>
    public void AddTo(Kernel kernel)
    {
        kernel.Data[Name] = this;
        kernel.Plugins.Add(Functions);
    }

    public string SearchPassages(string words)
    {
        EvidencePassage[] paragraphs = [.. evidence.Articles.SelectMany(EvidencePassage.Of)];
        words = words.Length > MostQuery ? words[..MostQuery] : words;
        var wanted = Stems(words).ToHashSet(StringComparer.Ordinal);
        if (!Array.Exists(paragraphs, entry => Stems(entry.Paragraph.Text).Any(wanted.Contains)))
        {
            return "No paragraph has any of these words.";
        }

        var found = ranking.Rank(words, paragraphs)
            .Take(MostResults)
            .Select(index => (paragraphs[index].Article, paragraphs[index].Paragraph))
            .ToArray();
        return evidence.Show(found);
    }

    public string GetParagraph(int number) =>
        evidence.Find(number) is { } found ? evidence.Show([found]) : "There is no paragraph with this number.";

    public string QuotesBySpeaker(string name)
    {
        var part = name.Trim();
        var found = part.Length == 0
            ? []
            : evidence.Articles
                .SelectMany(article => article.Said
                    .Where(quotation => quotation.Speakers.Any(speaker => speaker.Contains(part, StringComparison.OrdinalIgnoreCase)))
                    .Select(quotation => (Article: article, Paragraph: article.Paragraph(quotation.Paragraph)!)))
                .Distinct()
                .Take(2 * MostResults)
                .ToArray();
        return found.Length == 0 ? "Nobody of this name is quoted." : evidence.Show(found);
    }

    public string Outline() => string.Join('\n', evidence.Articles.SelectMany(article => article.Paragraphs
        .GroupBy(paragraph => paragraph.Section)
        .Select(section => ShownEvidence.Line(new
        {
            article = article.Title,
            section = section.Key,
            first = evidence.NumberOf(article, section.First()),
            last = evidence.NumberOf(article, section.Last()),
            quoted = Quoted(article, section.First().Number, section.Last().Number),
        }))));

    private static ArticlePlugin Of(Kernel kernel) => (ArticlePlugin)kernel.Data[Name]!;

    private static IEnumerable<string> Stems(string text) => Words.Read(text).Where(word => !word.IsStop).Select(word => word.Stem);

    private static string[] Quoted(Article article, int first, int last) =>
    [
        .. article.Said.Where(quotation => quotation.Paragraph >= first && quotation.Paragraph <= last).SelectMany(quotation => quotation.Speakers).Distinct(StringComparer.Ordinal),
    ];
}
