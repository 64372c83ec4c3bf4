using System.Collections.Immutable;
using Bot.Answers.Extraction.Passages;
using Bot.Articles;
using Bot.Search.Vectors;

namespace Bot.Answers.Summaries;

/// <summary>A sentence that stands for a part of its article.</summary>
/// <param name="Note">Who speaks or is meant, where the sentence itself does not say; null when it does.</param>
internal readonly record struct SummaryPoint(SummarySentence Sentence, string? Note);

/// <summary>
/// Which sentences become points: (1) only such as belong to the story and can be read by themselves, (2) by their worth for the whole, minus what is said
/// already, (3) so that every main speaker, in a long summary every section, has one, (4) in the order of the article's kind.
/// </summary>
internal sealed class PointChoice
{
    private const int MostOfParagraph = 2;
    private const double SameParagraph = 1;
    private const double Repeating = 0.5;
    private const double Same = 0.85;

    // Cosine of sentences that have no more in common than their article.
    private const float Unlike = 0.6f;

    // Beside a sentence's worth for the story, which lies within about five.
    private const double CutSpeechPenalty = 1;
    private const double StanceWeight = 4;
    private const double ConclusionWeight = 0.5;
    private const double RecencyWeight = 1;
    private const double NewestWeight = 3;
    private const double FocusWeight = 4;

    // Quoted so often, and so large a part of all that is quoted, somebody is a voice of the article.
    private const int MainSpeakerQuotes = 2;
    private const double MainSpeakerShare = 0.3;

    private readonly Article _article;
    private readonly ArticleForm _form;
    private readonly ImmutableArray<SummarySentence> _sentences;
    private readonly string?[] _notes;
    private readonly SentenceGraph _graph;
    private readonly Salience _salience;
    private readonly UnitVector?[] _meanings;

    /// <param name="meanings">Sentences whose vectors it knows are compared by what they mean as well; null to go by words alone.</param>
    /// <param name="salience">Null for the one that was learned.</param>
    public PointChoice(Article article, ISentenceMeanings? meanings = null, Salience? salience = null)
    {
        _article = article;
        _form = ArticleForms.Of(article);
        var (sentences, notes) = Candidates(article, _form);
        (_sentences, _notes) = (sentences, notes);
        _graph = new SentenceGraph([.. sentences.Select(sentence => sentence.Terms)]);
        _salience = salience ?? Salience.Learned;
        Measures = Salience.Measure(article, _form, sentences, notes, _graph);
        _meanings = [.. sentences.Select(sentence => meanings?.VectorOf(new EvidencePassage(article, sentence.Paragraph), sentence.Ordinal))];
    }

    public ArticleForm Form => _form;

    /// <summary>What can become a point.</summary>
    public ImmutableArray<SummarySentence> Sentences => _sentences;

    /// <summary>Of each of <see cref="Sentences"/>, as <see cref="Salience.Measures"/> names them.</summary>
    public float[][] Measures { get; }

    /// <param name="near">How near each sentence of the article is to what is wanted; null for the article as a whole.</param>
    /// <returns>At most <paramref name="count"/>, in the order in which they are to be read.</returns>
    public ImmutableArray<SummaryPoint> Choose(int count, SummaryLength length, Func<SummarySentence, double>? near)
    {
        var worth = Enumerable.Range(0, _sentences.Length).Select(Worth).ToArray();
        List<int> open = [.. Enumerable.Range(0, worth.Length)];
        if (near is not null)
        {
            open.RemoveAll(i => near(_sentences[i]) <= 0);
            open.ForEach(i => worth[i] += FocusWeight * near(_sentences[i]));
        }

        var needs = Needs(length, near is null);
        var said = new double[worth.Length];
        var chosen = new List<int>();
        while (chosen.Count < count && open.Count > 0)
        {
            needs.RemoveAll(need => !open.Exists(i => need(_sentences[i])));
            var must = count - chosen.Count <= needs.Count ? open.Where(i => needs.Exists(need => need(_sentences[i]))) : open;
            var best = must.MaxBy(i => worth[i] - (Repeating * said[i]));
            chosen.Add(best);
            needs.RemoveAll(need => need(_sentences[best]));
            open.RemoveAll(i => i == best || Likeness(i, best) > Same || IsFull(_sentences[i].Paragraph, chosen) || IsAnswered(_sentences[i], chosen));
            foreach (var i in open)
            {
                said[i] = Math.Max(said[i], _sentences[i].Paragraph == _sentences[best].Paragraph ? SameParagraph : Likeness(i, best));
            }
        }

        return [.. InOrder(chosen).Select(i => new SummaryPoint(_sentences[i], _notes[i]))];
    }

    /// <summary>By their words, and by what they mean where that is known; from 0 to 1.</summary>
    private double Likeness(int a, int b) => _meanings[a] is { } one && _meanings[b] is { } other
        ? Math.Max(_graph.Likeness(a, b), (one.Cosine(other) - Unlike) / (1 - Unlike))
        : _graph.Likeness(a, b);

    /// <summary>What belongs to the story and stands by itself; where an article has no such sentence, all it has.</summary>
    private static (ImmutableArray<SummarySentence> Sentences, string?[] Notes) Candidates(Article article, ArticleForm form)
    {
        var all = SentenceRanking.Weightiest(SummarySentence.AllOf(article));
        var story = all.Where(sentence => !Boilerplate.Is(article, sentence)).ToArray();
        var kept = new List<(SummarySentence Sentence, string? Note)>();
        foreach (var sentence in story)
        {
            var note = Readability.NoteFor(article, sentence) ?? AuthorOf(article, sentence, form);
            var question = form == ArticleForm.Interview && ArticleForms.OpensAnswer(article, sentence) ? ArticleForms.QuestionOf(article, sentence.Paragraph) : null;
            if ((question is not null || !Readability.Leans(sentence, note)) && !Readability.IsOpen(sentence.Text))
            {
                kept.Add((sentence, question is null ? note : note is null ? $"“{question}”" : $"{note} · “{question}”"));
            }
        }

        if (kept.Count == 0)
        {
            kept = [.. (story.Length > 0 ? story : [.. all]).Select(sentence => (sentence, (string?)null))];
        }

        return ([.. kept.Select((entry, index) => entry.Sentence with { Index = index })], [.. kept.Select(entry => entry.Note)]);
    }

    /// <summary>In an opinion, who says “I”.</summary>
    private static string? AuthorOf(Article article, SummarySentence sentence, ArticleForm form) =>
        form == ArticleForm.Opinion && sentence.Speech.IsEmpty && ArticleForms.Argues(sentence) ? article.Author ?? article.Outlet : null;

    private double Worth(int i) => _salience.Of(Measures[i]) + Place(i, _sentences[i]) - (IsCut(_sentences[i]) ? CutSpeechPenalty : 0);

    /// <summary>What the place in an article adds that does not tell the most important first.</summary>
    private double Place(int i, SummarySentence sentence) => _form switch
    {
        ArticleForm.Report => 0,
        ArticleForm.Opinion => (i == 0 ? 1 : 0) + (ArticleForms.Argues(sentence) ? StanceWeight : 0) + (IsLast(sentence) ? ConclusionWeight : 0),
        ArticleForm.Ticker => (Age(sentence) == 0 ? NewestWeight : 0) + (RecencyWeight * (1 - ((double)Age(sentence) / _article.Paragraphs.Length))),
        _ => OpensItem(sentence) ? 1 : 0,
    };

    /// <summary>It begins or ends in the middle of what somebody says, so that one mark stands alone.</summary>
    private static bool IsCut(SummarySentence sentence) => sentence.Speech.Any(speech => speech.Start < sentence.Start || speech.End > sentence.End);

    private bool IsLast(SummarySentence sentence) => sentence.Paragraph.Number == _sentences[^1].Paragraph.Number;

    /// <summary>Of a list, the first sentence below its heading or number; of an interview, the first of an answer.</summary>
    private bool OpensItem(SummarySentence sentence) => (_form == ArticleForm.Interview && ArticleForms.OpensAnswer(_article, sentence))
        || (_form != ArticleForm.Interview && sentence.Paragraph.Sentences is [var first, ..] && sentence.End <= first.End
        && (ArticleForms.IsItem(sentence.Paragraph) || sentence.Paragraph.Number == 1
            || _article.Paragraph(sentence.Paragraph.Number - 1) is not { } before || before.Section != sentence.Paragraph.Section));

    /// <summary>How many paragraphs of a ticker are newer.</summary>
    private int Age(SummarySentence sentence) => IsNewestLast() ? _article.Paragraphs.Length - sentence.Paragraph.Number : sentence.Paragraph.Number - 1;

    private bool IsNewestLast() => ArticleForms.IsAscending(_article);

    /// <summary>What the summary owes the article: each is met by any sentence that fits.</summary>
    private List<Func<SummarySentence, bool>> Needs(SummaryLength length, bool isWhole)
    {
        var needs = new List<Func<SummarySentence, bool>>();
        if (!isWhole || length == SummaryLength.Brief)
        {
            return needs;
        }

        var quoted = _article.Quotations.Count(quotation => !quotation.Speakers.IsEmpty);
        foreach (var speaker in _article.Speakers.Where(speaker => speaker.Quotations >= MainSpeakerQuotes && speaker.Quotations >= MainSpeakerShare * quoted))
        {
            needs.Add(sentence => Names(sentence, speaker.Name));
        }

        if (length == SummaryLength.Detailed || _form is ArticleForm.List)
        {
            needs.AddRange(_sentences.Select(sentence => sentence.Paragraph.Section).Distinct().Select(section => (Func<SummarySentence, bool>)(sentence => sentence.Paragraph.Section == section)));
        }

        return needs;
    }

    private static bool Names(SummarySentence sentence, string speaker) =>
        sentence.Text.Contains(speaker[(speaker.LastIndexOf(' ') + 1)..], StringComparison.Ordinal) || sentence.Speech.Any(speech => speech.Speakers.Contains(speaker));

    /// <summary>At most two points of one paragraph, as far as the article has others.</summary>
    private bool IsFull(Paragraph paragraph, List<int> chosen) =>
        _article.Paragraphs.Length > MostOfParagraph && chosen.Count(i => _sentences[i].Paragraph == paragraph) >= MostOfParagraph;

    /// <summary>One point an answer, item or entry.</summary>
    private bool IsAnswered(SummarySentence sentence, List<int> chosen) =>
        _form is ArticleForm.Interview or ArticleForm.List or ArticleForm.Ticker && chosen.Exists(i => _sentences[i].Paragraph == sentence.Paragraph);

    private IEnumerable<int> InOrder(List<int> chosen) => _form == ArticleForm.Ticker && IsNewestLast()
        ? chosen.OrderByDescending(i => _sentences[i].Paragraph.Number).ThenBy(i => i)
        : chosen.Order();
}
