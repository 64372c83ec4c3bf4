using System.Text.RegularExpressions;
using Bot.Answers;
using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;
using Bot.Articles;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Commands.Help;

/// <summary>Questions that an article really answers: each has been asked, and its answer holds what was asked for.</summary>
internal sealed partial class ExampleQuestions(ExtractiveAnswerer answerer) : IDisposable
{
    private const int MostQuestions = 2;
    private const int MostTries = 8;
    private const int MostArticles = 1000;
    private const int LongestQuestion = 80;

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostArticles });

    /// <summary>At most two: one about a person and one about a number, or about another person where no number answers.</summary>
    public IReadOnlyList<string> Of(Article article) => _known.GetOrCreate((article.Id, article.Version, article.Title), entry =>
    {
        entry.Size = 1;
        var passages = EvidencePassage.Of(article);
        var numbers = Answered(Numbers(article), passages).Take(1).ToList();
        return (string[])[.. Answered(People(article), passages).Take(MostQuestions - numbers.Count), .. numbers];
    })!;

    public void Dispose() => _known.Dispose();

    private IEnumerable<string> Answered(IEnumerable<Try> tries, IReadOnlyList<EvidencePassage> passages) => tries
        .DistinctBy(one => one.Question)
        .Where(one => one.Question.Length <= LongestQuestion)
        .Take(MostTries)
        .Where(one => answerer.Answer(one.Question, passages).Answer is Answer.Answered answered
            && answered.Citations.Any(citation => citation.Quote.Contains(one.Holds, StringComparison.Ordinal)))
        .Select(one => one.Question);

    private static IEnumerable<Try> People(Article article) =>
        article.Speakers.SelectMany(speaker => (Try[])
        [
            new($"What did {speaker.Name} say?", FamilyName(speaker.Name)),
            new($"Who is {speaker.Name}?", FamilyName(speaker.Name)),
        ]);

    private static IEnumerable<Try> Numbers(Article article) =>
        from paragraph in article.Paragraphs
        from match in Counted().Matches(paragraph.Text).Concat(Years().Matches(paragraph.Text))
        let number = match.Groups["number"].Value
        select match.Groups["things"] is { Success: true } things ? new Try($"How many {things.Value} are there?", number) : new Try($"What happened in {number}?", number);

    private static string FamilyName(string name) => name[(name.LastIndexOf(' ') + 1)..];

    /// <param name="Holds">What stands in an answer that is one.</param>
    private sealed record Try(string Question, string Holds);

    [GeneratedRegex(@"\b(?<number>\d[\d,.]*\d|\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?<things>(?:[a-z]{3,12} )?[a-z]{4,14}s)\b")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b[Ii]n (?<number>(?:18|19|20)\d\d)\b")]
    private static partial Regex Years();
}
