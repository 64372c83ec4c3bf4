using System.Text;
using System.Text.RegularExpressions;
using Bot.Articles;
using Bot.Language;
using Bot.Localization;
using Bot.Messages;
using Bot.Storage.Answers;
using CsCheck;

namespace Bot.Tests.Hosting;

public sealed partial class MessagePagesTests
{
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.String[0, 3000],
        Gen.String[Gen.Char["ab *_~`|[]()<>#-\\.:😀é“”1\n"], 0, 2500],
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 1500], (offset, count) => new string('a', offset) + string.Concat(Enumerable.Repeat("😀", count))));

    private static readonly Gen<Uri?> Addresses = Gen.Select(
        Gen.Bool, Gen.String[Gen.Char.AlphaNumeric, 0, 900], Gen.String[Gen.Char["a)(>< _*"], 0, 30], (has, path, odd) => has ? new Uri($"https://news.example/{path}{odd}") : null);

    private static readonly Gen<AnswerRecord> Answers = Gen.Select(
        Gen.Select(Words, Words, Words, Addresses).Array[0, 6], Gen.Bool, Gen.Int[0, 2], Words, (items, byModel, outcome, question) =>
            new AnswerRecord(1, default, 2, 3, question, question + "?")
            {
                ByModel = byModel,
                Outcome = (AnswerOutcome)outcome,
                Statements = [.. items.Select((item, i) => new StatementRecord(item.Item1, item.Item3.Length % 2 == 0 ? null : item.Item3, [i + 1]))],
                Citations = [.. items.Select((item, i) => new CitationRecord(i + 1, "a", 1, item.Item3, i + 1, 0, item.Item2.Length, item.Item2, item.Item4))],
            });

    [Fact]
    public void No_message_is_longer_than_Discord_takes_and_there_are_never_many() => Answers.Sample(answer =>
    {
        var pages = Render(answer);
        return pages.Count is >= 1 and <= 5 && pages.All(page => page.Length is > 0 and <= 2000);
    });

    [Fact]
    public void A_character_of_two_code_units_is_never_torn() => Answers.Sample(answer =>
        Render(answer).All(page => page.EnumerateRunes().Count(rune => rune == Rune.ReplacementChar) <= Torn(answer)));

    [Fact]
    public void A_link_stands_whole_in_one_message() => Answers.Sample(answer =>
        Render(answer).All(page => page.Split("](<").Length - 1 == Link().Count(page)));

    [Fact]
    public void A_source_stands_whole_in_one_message() => Answers.Sample(answer =>
    {
        var lines = Render(answer).SelectMany(page => page.Split('\n')).ToList();
        return lines.Where(line => Marker().IsMatch(line) && !answer.ByModel).All(line => line.Contains('¶', StringComparison.Ordinal));
    });

    [Fact]
    public void Nothing_people_wrote_begins_a_block_or_a_code_span() => Answers.Sample(answer => Render(answer).All(page =>
        !Unescaped().IsMatch(page) && page.Split('\n').All(line => !line.StartsWith("# ", StringComparison.Ordinal) && !line.StartsWith(">>>", StringComparison.Ordinal))));

    [Fact]
    public void Words_survive_being_cut() => Gen.String[Gen.Char["ab c😀*_"], 1, 9000].Where(text => text.Trim().Length > 0).Sample(text =>
    {
        var part = new MessagePart("> **", text, "**", " [1]");
        var pieces = part.Pieces(MessagePages.Length).ToList();
        var words = string.Concat(pieces.Select((piece, i) => (i == pieces.Count - 1 ? piece[..^4] : piece)[4..^2]));
        return pieces.All(piece => piece.Length <= MessagePages.Length) && Bare(words) == Bare(DiscordText.Escape(text));
    });

    [Fact]
    public void What_stands_out_stays_what_it_is_however_the_words_are_cut_and_whatever_they_hold() => Gen.Select(
        Gen.String[Gen.Char["ab c😀*_~`|\\[]<@#.1"], 1, 6000], Gen.Int[0, 6000], Gen.Int[1, 400]).Where(item => item.Item1.Trim().Length > 0).Sample((text, from, length) =>
    {
        var start = Math.Min(from, text.Length - 1);
        var part = new MessagePart("> ", text, "", " [1]") { Bold = [new Sentence(start, Math.Min(text.Length, start + length))] };
        var pieces = part.Pieces(MessagePages.Length).ToList();
        var words = string.Concat(pieces.Select((piece, i) => (i == pieces.Count - 1 ? piece[..^4] : piece)[2..]));
        return pieces.All(piece => piece.Length <= MessagePages.Length && Mark().Count(piece) is 0 or 2)
            && Bare(Mark().Replace(words, "$1")).Replace("\\", "", StringComparison.Ordinal) == Bare(text).Replace("\\", "", StringComparison.Ordinal);
    });

    [Fact]
    public void What_is_left_out_is_said()
    {
        var pages = MessagePages.First(MessagePages.Of(Enumerable.Repeat<IReadOnlyList<MessagePart>>([new MessagePart("> ", new string('x', 1700))], 40)), Translation.Default.MoreThanFits);
        Assert.Equal(4, pages.Count);
        Assert.EndsWith("one speaker or one topic.", pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Context_is_one_message_whatever_the_article() => Gen.Select(Words, Words, Words, Addresses, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((before, text, after, address, from, to) =>
    {
        var (start, end) = ((int)(Math.Min(from, to) * text.Length), (int)(Math.Max(from, to) * text.Length));
        var article = new Article { Id = "a", Title = after, Outlet = before, Paragraphs = [new(1, before, null, []), new(2, text, null, []), new(3, after, null, [])] };
        var context = ContextMessage.Of(new CitationRecord(1, "a", 1, after, 2, start, end, text[start..end], address), article, Translation.Default);
        return context.Length <= 2000;
    });

    private static List<string> Render(AnswerRecord answer) =>
        [.. new AnswerMessage(answer, new Dictionary<(string, int), Article>(), Translation.Default) { WithQuestion = true }.Messages(isPrivate: false, []).Select(message => message.Content!)];

    /// <summary>Half characters and replacement characters that the words had from the start.</summary>
    private static int Torn(AnswerRecord answer) =>
        answer.Statements.Select(statement => statement.Text + statement.Note)
            .Concat(answer.Citations.Select(citation => citation.Quote + citation.Title))
            .Append(answer.Asked + answer.Question)
            .Sum(text => text.EnumerateRunes().Count(rune => rune == Rune.ReplacementChar)) * 3;

    private static string Bare(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[¶\d+\]\(<https://[^<>()\s]+>\)")]
    private static partial Regex Link();

    // Two stars that no backslash takes the meaning from.
    [GeneratedRegex(@"(?<!\\)((?:\\\\)*)\*\*")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^-# \[\d+\] ")]
    private static partial Regex Marker();

    [GeneratedRegex(@"(?<!\\)(\\\\)*`")]
    private static partial Regex Unescaped();
}
