using System.Runtime.CompilerServices;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers;

/// <summary>The people whom an article names in full, known again by their last names.</summary>
internal sealed class ArticlePeople
{
    private static readonly ConditionalWeakTable<Article, ArticlePeople> Known = [];

    // Two people of one last name stand under that name alone.
    private readonly Dictionary<string, string> _byLastName = new(StringComparer.Ordinal);

    private ArticlePeople(Article article)
    {
        var names = article.Paragraphs.SelectMany(paragraph => paragraph.Sentences.SelectMany(sentence => PronounNote.PeopleIn(paragraph.TextOf(sentence))));
        foreach (var people in names.Where(name => name.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).GroupBy(LastOf, StringComparer.Ordinal))
        {
            var longest = people.MaxBy(name => name.Length)!;
            _byLastName[people.Key] = people.All(name => longest.EndsWith(name, StringComparison.Ordinal) || longest.StartsWith(FirstOf(name), StringComparison.Ordinal)) ? longest : people.Key;
        }
    }

    public static ArticlePeople Of(Article article) => Known.GetValue(article, article => new ArticlePeople(article));

    /// <summary>Everybody whom a sentence of the article names, once each and as fully as the article does.</summary>
    public IEnumerable<string> In(string text) => PronounNote.PeopleIn(text).Select(name => _byLastName.GetValueOrDefault(LastOf(name), name))
        .Concat(Words.Read(text).Where(word => word.IsCapital && (word.Start == 0 || text[word.Start - 1] != '-')).Select(word => _byLastName.GetValueOrDefault(text[word.Start..word.End])).OfType<string>())
        .Distinct(StringComparer.Ordinal);

    private static string LastOf(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static string FirstOf(string name) => name[..(name.IndexOf(' ', StringComparison.Ordinal) + 1)];
}
