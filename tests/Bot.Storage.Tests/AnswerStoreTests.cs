using Bot.Articles;
using Bot.Storage.Answers;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Storage.Tests;

/// <summary>Answers that were given, conversations and opinions, in every database.</summary>
public abstract class AnswerStoreTests : IAsyncLifetime
{
    private static readonly GuildId Harbour = new(1111);
    private static readonly GuildId Mountain = new(ulong.MaxValue);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero));
    private Database? _database;
    private AnswerStore _answers = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await OpenAsync(Cancelled);
        _answers = new AnswerStore(_database, _time);
    }

    public async ValueTask DisposeAsync()
    {
        await (_database?.DisposeAsync() ?? default);
        await DeleteAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Gives_back_every_field_of_an_answer()
    {
        var full = new AnswerRecord(ulong.MaxValue, Mountain, 2, 3, "and when?", "When does the harbour close? 🌊")
        {
            Article = "full0001",
            Follows = 1,
            Outcome = AnswerOutcome.Summary,
            FalsePremise = new("close in \0 June", "“will close in May”"),
            ByModel = true,
            Confidence = 0.625,
            IsPrivate = true,
            Statements = [new("It closes in May.", "It = the harbour", [1, 2]), new("It is safe.", null, [2], Compares: true)],
            Citations =
            [
                new(1, "full0001", 2, "Harbour to close “for a year”", 1, 0, 45, "The harbour will close in May, said Ada Lind.", new Uri("https://quay.example/a?b=c%20d#e"))
                {
                    Highlight = [new(26, 29), new(36, 44)],
                },
                new(2, "full0001", 2, "Harbour to close “for a year”", 2, 1, 12, "It is safe,", null),
            ],
        };
        Assert.True(await _answers.AddAsync(full, Cancelled));

        AssertSame(full with { Given = _time.GetUtcNow(), FalsePremise = new("close in   June", "“will close in May”") }, await _answers.GetAsync(Mountain, ulong.MaxValue, Cancelled));
        Assert.Null(await _answers.GetAsync(Harbour, ulong.MaxValue, Cancelled));
        Assert.Null(await _answers.GetAsync(Mountain, 7, Cancelled));
    }

    [Fact]
    public async Task Keeps_what_people_type_whatever_it_is()
    {
        await _answers.AddAsync(new AnswerRecord(1, Harbour, 2, 3, "nul \0 high \ud83d low \ude00 pair 😀", ""), Cancelled);
        Assert.Equal("nul   high \uFFFD low \uFFFD pair 😀", (await _answers.GetAsync(Harbour, 1, Cancelled))!.Asked);
    }

    [Fact]
    public async Task A_question_has_one_answer_unless_it_failed()
    {
        Assert.True(await _answers.AddAsync(Answer(1, "first") with { Outcome = AnswerOutcome.Failed }, Cancelled));
        Assert.True(await _answers.AddAsync(Answer(1, "second"), Cancelled));
        Assert.False(await _answers.AddAsync(Answer(1, "third"), Cancelled));
        Assert.Equal("second", (await _answers.GetAsync(Harbour, 1, Cancelled))!.Question);
    }

    [Fact]
    public async Task The_latest_answer_of_a_channel_is_one_that_everybody_there_has_seen()
    {
        await _answers.AddAsync(Answer(1, "old"), Cancelled);
        _time.Advance(TimeSpan.FromHours(1));
        var since = _time.GetUtcNow();
        Assert.Null(await _answers.LatestInAsync(Harbour, 2, since, Cancelled));

        await _answers.AddAsync(Answer(5, "latest"), Cancelled);
        await _answers.AddAsync(Answer(6, "private") with { IsPrivate = true }, Cancelled);
        await _answers.AddAsync(Answer(7, "failed") with { Outcome = AnswerOutcome.Failed }, Cancelled);
        await _answers.AddAsync(Answer(8, "elsewhere") with { Channel = 22 }, Cancelled);
        await _answers.AddAsync(Answer(9, "another guild's") with { Guild = Mountain }, Cancelled);
        Assert.Equal("latest", (await _answers.LatestInAsync(Harbour, 2, since, Cancelled))!.Question);
    }

    [Fact]
    public async Task A_conversation_is_told_from_its_beginning()
    {
        await _answers.AddAsync(Answer(1, "one"), Cancelled);
        await _answers.AddAsync(Answer(2, "two") with { Follows = 1 }, Cancelled);
        await _answers.AddAsync(Answer(3, "three") with { Follows = 2 }, Cancelled);
        await _answers.AddAsync(Answer(4, "orphan") with { Follows = 99 }, Cancelled);

        Assert.Equal(["one", "two", "three"], (await _answers.ConversationAsync(Harbour, 3, 10, Cancelled)).Select(turn => turn.Question));
        Assert.Equal(["two", "three"], (await _answers.ConversationAsync(Harbour, 3, 2, Cancelled)).Select(turn => turn.Question));
        Assert.Equal(["orphan"], (await _answers.ConversationAsync(Harbour, 4, 10, Cancelled)).Select(turn => turn.Question));
    }

    [Fact]
    public async Task Is_shared_once_even_when_many_ask()
    {
        await _answers.AddAsync(Answer(1, "one"), Cancelled);
        var first = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _answers.TryShareAsync(Harbour, 1, Cancelled)));
        Assert.Single(first, shared => shared);
        Assert.False(await _answers.TryShareAsync(Harbour, 99, Cancelled));

        await _answers.UnshareAsync(Harbour, 1, Cancelled);
        Assert.True(await _answers.TryShareAsync(Harbour, 1, Cancelled));
    }

    [Fact]
    public async Task A_later_opinion_takes_the_place_of_the_same_persons_earlier_one()
    {
        await _answers.AddAsync(Answer(1, "one"), Cancelled);
        Assert.True(await _answers.AddFeedbackAsync(Harbour, new Feedback(1, 3, 0, IsGood: true), Cancelled));
        Assert.True(await _answers.AddFeedbackAsync(Harbour, new Feedback(1, 3, 0, IsGood: false), Cancelled));
        Assert.True(await _answers.AddFeedbackAsync(Harbour, new Feedback(1, 4, 2, IsGood: false), Cancelled));
        Assert.False(await _answers.AddFeedbackAsync(Harbour, new Feedback(99, 4, 0, IsGood: false), Cancelled));

        var (answer, opinions) = Assert.Single(await _answers.JudgedAsync(Cancelled));
        Assert.Equal("one", answer.Question);
        Assert.Equal([(3UL, 0, false), (4UL, 2, false)], opinions.Select(opinion => (opinion.Person, opinion.Citation, opinion.IsGood)));
    }

    [Fact]
    public async Task Forgets_a_person_and_nobody_else()
    {
        await _answers.AddAsync(Answer(1, "hers"), Cancelled);
        await _answers.AddAsync(Answer(2, "hers elsewhere") with { Guild = Mountain }, Cancelled);
        await _answers.AddAsync(Answer(4, "his") with { Person = 33 }, Cancelled);
        await _answers.AddFeedbackAsync(Harbour, new Feedback(4, 3, 0, IsGood: true), Cancelled);
        await _answers.AddFeedbackAsync(Harbour, new Feedback(4, 33, 0, IsGood: true), Cancelled);

        Assert.Equal(2, await _answers.ForgetAsync(3, Harbour, Cancelled));
        Assert.Null(await _answers.GetAsync(Harbour, 1, Cancelled));
        Assert.NotNull(await _answers.GetAsync(Mountain, 2, Cancelled));
        Assert.Equal([33UL], Assert.Single(await _answers.JudgedAsync(Cancelled)).Feedback.Select(opinion => opinion.Person));

        Assert.Equal(1, await _answers.ForgetAsync(3, null, Cancelled));
        Assert.Null(await _answers.GetAsync(Mountain, 2, Cancelled));
        Assert.NotNull(await _answers.GetAsync(Harbour, 4, Cancelled));
    }

    [Fact]
    public async Task Another_guilds_answer_is_none_whatever_is_done_with_it()
    {
        await _answers.AddAsync(Answer(1, "one"), Cancelled);
        await _answers.AddAsync(Answer(2, "two") with { Follows = 1, Guild = Mountain }, Cancelled);

        Assert.Null(await _answers.GetAsync(Mountain, 1, Cancelled));
        Assert.Equal(["two"], (await _answers.ConversationAsync(Mountain, 2, 10, Cancelled)).Select(turn => turn.Question));
        Assert.Empty(await _answers.ConversationAsync(Mountain, 1, 10, Cancelled));
        Assert.False(await _answers.TryShareAsync(Mountain, 1, Cancelled));
        Assert.True(await _answers.TryShareAsync(Harbour, 1, Cancelled));
        await _answers.UnshareAsync(Mountain, 1, Cancelled);
        Assert.False(await _answers.TryShareAsync(Harbour, 1, Cancelled));
        Assert.False(await _answers.AddFeedbackAsync(Mountain, new Feedback(1, 3, 0, IsGood: true), Cancelled));
        Assert.Empty(await _answers.JudgedAsync(Cancelled));
        Assert.False(await _answers.AddAsync(Answer(1, "in its place") with { Guild = Mountain }, Cancelled));
        Assert.Equal("one", (await _answers.GetAsync(Harbour, 1, Cancelled))!.Question);
    }

    [Fact]
    public async Task Purges_what_is_too_old_in_one_guild()
    {
        await _answers.AddAsync(Answer(1, "old"), Cancelled);
        await _answers.AddAsync(Answer(2, "old elsewhere") with { Guild = Mountain }, Cancelled);
        _time.Advance(TimeSpan.FromDays(1));
        await _answers.AddAsync(Answer(3, "new"), Cancelled);

        Assert.Equal([Harbour, Mountain], (await _answers.GuildsAsync(Cancelled)).OrderBy(guild => guild.Value));
        Assert.Equal(1, await _answers.PurgeAsync(Harbour, _time.GetUtcNow(), Cancelled));
        Assert.Null(await _answers.GetAsync(Harbour, 1, Cancelled));
        Assert.NotNull(await _answers.GetAsync(Mountain, 2, Cancelled));
        Assert.NotNull(await _answers.GetAsync(Harbour, 3, Cancelled));
    }

    [Fact]
    public async Task An_answer_goes_with_the_article_whose_words_it_shows()
    {
        var library = new ArticleLibrary(_database!, _time);
        await library.AddAsync(Harbour, SampleArticles.Bare("a", "One."), default, Cancelled);
        await library.AddAsync(GuildId.Everyone, SampleArticles.Bare("e", "Two."), default, Cancelled);
        await _answers.AddAsync(Citing(1, Harbour, "a"), Cancelled);
        await _answers.AddAsync(Citing(2, Mountain, "a"), Cancelled);
        await _answers.AddAsync(Answer(3, "asked of it") with { Article = "a" }, Cancelled);
        await _answers.AddAsync(Citing(4, Harbour, "e"), Cancelled);

        await library.RemoveAsync(Harbour, "a", Cancelled);
        Assert.Null(await _answers.GetAsync(Harbour, 1, Cancelled));
        Assert.NotNull(await _answers.GetAsync(Mountain, 2, Cancelled));
        Assert.Null(await _answers.GetAsync(Harbour, 3, Cancelled));
        Assert.NotNull(await _answers.GetAsync(Harbour, 4, Cancelled));

        await library.RemoveAsync(GuildId.Everyone, "e", Cancelled);
        Assert.Null(await _answers.GetAsync(Harbour, 4, Cancelled));
    }

    private static AnswerRecord Answer(ulong id, string question) => new(id, Harbour, 2, 3, question, question);

    private static AnswerRecord Citing(ulong id, GuildId guild, string article) => new(id, guild, 2, 3, "?", "?")
    {
        Statements = [new("One.", null, [1])],
        Citations = [new(1, article, 1, "Title", 1, 0, 4, "One.", null)],
    };

    /// <summary>Everything compared; records compare their arrays by identity.</summary>
    private static void AssertSame(AnswerRecord expected, AnswerRecord? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected with { Statements = [], Citations = [] }, actual with { Statements = [], Citations = [] });
        Assert.Equal(expected.Statements.Select(Flat), actual.Statements.Select(Flat));
        Assert.Equal(expected.Citations.Select(citation => citation with { Highlight = [] }), actual.Citations.Select(citation => citation with { Highlight = [] }));
        Assert.Equal(expected.Citations.Select(citation => citation.Highlight.AsEnumerable()), actual.Citations.Select(citation => citation.Highlight.AsEnumerable()));

        static (string, string?, string, bool) Flat(StatementRecord statement) => (statement.Text, statement.Note, string.Join(',', statement.Citations), statement.Compares);
    }

    private protected abstract Task<Database> OpenAsync(CancellationToken cancellationToken);

    private protected abstract ValueTask DeleteAsync();
}
